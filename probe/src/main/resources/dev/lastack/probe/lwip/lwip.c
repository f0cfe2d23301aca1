/*
 * lwIP's TCP as a library without threads, devices or a clock: packets go in and out by calls, and its two timers are
 * called by hand. A connection is known by its addresses and ports, in host order. lwIP frees the control block of a
 * connection as it likes, so none is kept here; it is looked up for each call.
 */
#include <stdlib.h>
#include <string.h>

#include "lwip/init.h"
#include "lwip/ip4.h"
#include "lwip/netif.h"
#include "lwip/priv/tcp_priv.h"
#include "lwip/tcp.h"

enum { TOLD_OPENED = 1, TOLD_CLOSING = 2, TOLD_RESET = 4, TOLD_ABORTED = 8 };

struct packet {
  struct packet *next;
  int length;
  u8_t octets[];
};

struct host {
  struct host *next;
  struct netif interface;
};

struct connection {
  struct connection *next;
  u32_t local, remote;
  u16_t local_port, remote_port;
  int signals; /* that the user was not told yet */
  int ended;   /* the peer's FIN came, everything before it is in octets */
  int length;  /* octets received that the user has not read */
  u8_t *octets;
  int listening; /* its user waits for the peer to open it */
};

static struct packet *first_packet, **last_packet = &first_packet;
static struct host *hosts;
static struct connection *connections;
static int quarters; /* of a second, since the start */

static err_t output(struct netif *interface, struct pbuf *p, const ip4_addr_t *to) {
  struct packet *packet = malloc(sizeof *packet + p->tot_len);
  (void)interface, (void)to;
  packet->next = NULL;
  packet->length = p->tot_len;
  pbuf_copy_partial(p, packet->octets, p->tot_len, 0);
  *last_packet = packet;
  last_packet = &packet->next;
  return ERR_OK;
}

static err_t prepare(struct netif *interface) {
  interface->name[0] = 'l';
  interface->name[1] = 'a';
  interface->mtu = 1500;
  interface->output = output;
  return ERR_OK;
}

static struct netif *interface_of(u32_t address) {
  ip4_addr_t ip = {lwip_htonl(address)}, mask = {lwip_htonl(0xFFFFFF00)}, none = {0};
  for (struct host *host = hosts; host != NULL; host = host->next)
    if (ip4_addr_cmp(netif_ip4_addr(&host->interface), &ip)) return &host->interface;
  struct host *host = calloc(1, sizeof *host);
  host->next = hosts;
  hosts = host;
  netif_add(&host->interface, &ip, &mask, &none, NULL, prepare, ip4_input);
  netif_set_link_up(&host->interface);
  netif_set_up(&host->interface);
  return &host->interface;
}

static int is(const struct tcp_pcb *pcb, const struct connection *c) {
  return pcb->local_port == c->local_port && pcb->remote_port == c->remote_port &&
         ip_2_ip4(&pcb->local_ip)->addr == lwip_htonl(c->local) &&
         ip_2_ip4(&pcb->remote_ip)->addr == lwip_htonl(c->remote);
}

static struct tcp_pcb *pcb_of(const struct connection *c) {
  for (struct tcp_pcb *pcb = tcp_active_pcbs; pcb != NULL; pcb = pcb->next)
    if (is(pcb, c)) return pcb;
  for (struct tcp_pcb *pcb = tcp_tw_pcbs; pcb != NULL; pcb = pcb->next)
    if (is(pcb, c)) return pcb;
  return NULL;
}

static err_t received(void *argument, struct tcp_pcb *pcb, struct pbuf *p, err_t error) {
  struct connection *c = argument;
  (void)pcb, (void)error;
  if (p == NULL) {
    c->ended = 1;
    c->signals |= TOLD_CLOSING;
    return ERR_OK;
  }
  c->octets = realloc(c->octets, c->length + p->tot_len);
  pbuf_copy_partial(p, c->octets + c->length, p->tot_len, 0);
  c->length += p->tot_len;
  pbuf_free(p);
  return ERR_OK;
}

static void failed(void *argument, err_t error) {
  struct connection *c = argument;
  if (error == ERR_RST) c->signals |= TOLD_RESET;
  if (error == ERR_ABRT) c->signals |= TOLD_ABORTED;
}

static void attach(struct connection *c, struct tcp_pcb *pcb) {
  tcp_arg(pcb, c);
  tcp_recv(pcb, received);
  tcp_err(pcb, failed);
  c->ended = c->length = 0;
}

static err_t connected(void *argument, struct tcp_pcb *pcb, err_t error) {
  (void)pcb, (void)error;
  ((struct connection *)argument)->signals |= TOLD_OPENED;
  return ERR_OK;
}

static err_t accepted(void *argument, struct tcp_pcb *pcb, err_t error) {
  (void)argument;
  if (error != ERR_OK || pcb == NULL) return ERR_VAL;
  for (struct connection *c = connections; c != NULL; c = c->next)
    if (c->listening && is(pcb, c)) {
      attach(c, pcb);
      c->signals |= TOLD_OPENED;
      return ERR_OK;
    }
  return ERR_VAL;
}

/* A block in CLOSED, bound to the own socket; NULL if the socket is in use. */
static struct tcp_pcb *bound(struct connection *c) {
  ip_addr_t local = IPADDR4_INIT(lwip_htonl(c->local));
  struct tcp_pcb *pcb = tcp_new();
  ip_set_option(pcb, SOF_REUSEADDR);
  if (tcp_bind(pcb, &local, c->local_port) != ERR_OK) {
    tcp_close(pcb);
    return NULL;
  }
  return pcb;
}

const char *lastack_version(void) {
  return LWIP_VERSION_STRING;
}

void lastack_start(void) {
  lwip_init();
}

struct connection *lastack_new(u32_t local, int local_port, u32_t remote, int remote_port) {
  struct connection *c = calloc(1, sizeof *c);
  c->local = local;
  c->remote = remote;
  c->local_port = local_port;
  c->remote_port = remote_port;
  interface_of(local);
  c->next = connections;
  connections = c;
  return c;
}

/* The block that listens at the own socket; connections with other peers share it. */
static struct tcp_pcb *listener_of(const struct connection *c) {
  for (struct tcp_pcb_listen *pcb = tcp_listen_pcbs.listen_pcbs; pcb != NULL; pcb = pcb->next)
    if (pcb->local_port == c->local_port && ip_2_ip4(&pcb->local_ip)->addr == lwip_htonl(c->local))
      return (struct tcp_pcb *)pcb;
  return NULL;
}

static void stop_listening(const struct connection *c) {
  for (struct connection *other = connections; other != NULL; other = other->next)
    if (other->listening && other->local == c->local && other->local_port == c->local_port) return;
  tcp_close(listener_of(c));
}

/* The connection and its control blocks vanish without a segment. */
void lastack_forget(struct connection *c) {
  struct tcp_pcb *pcb = pcb_of(c);
  struct connection **at = &connections;
  if (pcb != NULL) {
    tcp_err(pcb, NULL);
    tcp_abandon(pcb, 0);
  }
  while (*at != c) at = &(*at)->next;
  *at = c->next;
  if (c->listening) stop_listening(c);
  free(c->octets);
  free(c);
}

int lastack_open(struct connection *c) {
  ip_addr_t remote = IPADDR4_INIT(lwip_htonl(c->remote));
  struct tcp_pcb *pcb = bound(c);
  if (pcb == NULL) return ERR_USE;
  tcp_bind_netif(pcb, interface_of(c->local));
  attach(c, pcb);
  err_t error = tcp_connect(pcb, &remote, c->remote_port, connected);
  if (error != ERR_OK) {
    tcp_err(pcb, NULL);
    tcp_abandon(pcb, 0);
  }
  return error;
}

int lastack_listen(struct connection *c) {
  if (listener_of(c) == NULL) {
    struct tcp_pcb *pcb = bound(c);
    if (pcb == NULL) return ERR_USE;
    tcp_bind_netif(pcb, interface_of(c->local));
    tcp_accept(tcp_listen(pcb), accepted);
  }
  c->listening = 1;
  return ERR_OK;
}

/* The number of octets taken. */
int lastack_send(struct connection *c, const u8_t *octets, int length) {
  struct tcp_pcb *pcb = pcb_of(c);
  if (pcb == NULL) return 0;
  int most = tcp_sndbuf(pcb) < (tcpwnd_size_t)length ? (int)tcp_sndbuf(pcb) : length;
  if (most == 0 || tcp_write(pcb, octets, most, TCP_WRITE_FLAG_COPY) != ERR_OK) return 0;
  tcp_output(pcb);
  return most;
}

/* The number of octets delivered. */
int lastack_receive(struct connection *c, u8_t *octets, int limit) {
  struct tcp_pcb *pcb = pcb_of(c);
  int length = c->length < limit ? c->length : limit;
  if (length == 0) return 0;
  memcpy(octets, c->octets, length);
  memmove(c->octets, c->octets + length, c->length - length);
  c->length -= length;
  if (pcb != NULL && pcb->state != TIME_WAIT) tcp_recved(pcb, length);
  return length;
}

int lastack_close(struct connection *c) {
  struct tcp_pcb *pcb = pcb_of(c);
  return pcb == NULL ? ERR_CONN : tcp_close(pcb);
}

int lastack_shutdown(struct connection *c) {
  struct tcp_pcb *pcb = pcb_of(c);
  return pcb == NULL ? ERR_CONN : tcp_shutdown(pcb, 0, 1);
}

int lastack_abort(struct connection *c) {
  struct tcp_pcb *pcb = pcb_of(c);
  if (pcb == NULL) return ERR_CONN;
  tcp_err(pcb, NULL);
  tcp_abort(pcb);
  return ERR_OK;
}

/* An IPv4 packet arrives at the host whose address is its destination. */
void lastack_arrive(u32_t address, const u8_t *octets, int length) {
  struct pbuf *p = pbuf_alloc(PBUF_RAW, length, PBUF_RAM);
  pbuf_take(p, octets, length);
  ip4_input(p, interface_of(address));
}

/* A quarter of a second passes. */
void lastack_tick(void) {
  tcp_fasttmr();
  if (++quarters % 2 == 0) tcp_slowtmr();
}

/* The next packet that was sent: its length, or 0. */
int lastack_sent(u8_t *octets, int limit) {
  struct packet *packet = first_packet;
  if (packet == NULL) return 0;
  int length = packet->length < limit ? packet->length : limit;
  memcpy(octets, packet->octets, length);
  first_packet = packet->next;
  if (first_packet == NULL) last_packet = &first_packet;
  free(packet);
  return length;
}

/* The state as enum tcp_state counts them. */
int lastack_state(struct connection *c) {
  struct tcp_pcb *pcb = pcb_of(c);
  return pcb != NULL ? (int)pcb->state : c->listening ? LISTEN : CLOSED;
}

/* Half seconds since the connection began to wait in its state. */
int lastack_waited(struct connection *c) {
  struct tcp_pcb *pcb = pcb_of(c);
  return pcb == NULL ? 0 : (int)(tcp_ticks - pcb->tmr);
}

/* SND.UNA, SND.NXT and RCV.NXT. */
void lastack_variables(struct connection *c, u32_t variables[3]) {
  struct tcp_pcb *pcb = pcb_of(c);
  variables[0] = pcb == NULL ? 0 : pcb->lastack;
  variables[1] = pcb == NULL ? 0 : pcb->snd_nxt;
  variables[2] = pcb == NULL ? 0 : pcb->rcv_nxt;
}

int lastack_readable(struct connection *c) {
  return c->length;
}

int lastack_ended(struct connection *c) {
  return c->ended && c->length == 0;
}

/* What the user was not told before. */
int lastack_signals(struct connection *c) {
  int signals = c->signals;
  c->signals = 0;
  return signals;
}
