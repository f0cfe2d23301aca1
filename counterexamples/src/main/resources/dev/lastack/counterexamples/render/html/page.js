"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const trace = JSON.parse($("trace").textContent);
  const story = JSON.parse($("story").textContent);
  const last = trace.states.length - 1;
  const loop = trace.loop;
  let step = 0;
  let timer = null;

  const number = (v) => (typeof v === "object" ? v["#bigint"] : String(v));
  const entries = (map) => map["#map"].map(([name, value]) => [name, number(value)]);

  const element = (tag, text, css) => {
    const node = document.createElement(tag);
    node.textContent = text;
    if (css) node.className = css;
    return node;
  };

  const row = (cells) => {
    const tr = document.createElement("tr");
    tr.append(...cells);
    return tr;
  };

  const numbers = (tcb) => (tcb.state === "CLOSED" || tcb.state === "LISTEN" ? [] : [
    ["ISS", number(tcb.iss)], ["SND.UNA", number(tcb.sndUna)], ["SND.NXT", number(tcb.sndNxt)],
    ["RCV.NXT", number(tcb.rcvNxt)]]);

  const fields = (tcb) => [
    ["state", tcb.state], ["incarnation", number(tcb.incarnation)], ...numbers(tcb),
    ...entries(tcb.timers).map(([name, value]) => [name + " timer", value + (value === "1" ? " tick" : " ticks")]),
    ...entries(tcb.other),
  ];

  const showTcbs = (now, before) => {
    const [a, b, oldA, oldB] = [now.A, now.B, before.A, before.B].map((tcb) => new Map(fields(tcb)));
    const names = [...new Set([a, b, oldA, oldB].flatMap((tcb) => [...tcb.keys()]))];
    const cell = (value, old) => {
      const td = element("td", value ?? "", value !== old ? "changed" : "");
      if (value !== old && old !== undefined) td.prepend(element("del", old), "→ ");
      return td;
    };
    $("tcbs").replaceChildren(
      row([element("th", ""), element("th", "A"), element("th", "B")]),
      ...names.map((name) => row([
        element("td", name), cell(a.get(name), oldA.get(name)), cell(b.get(name), oldB.get(name))])));
  };

  const segment = (s) => s.flags + " seq=" + number(s.seq) + (s.flags.includes("ACK") ? " ack=" + number(s.ack) : "")
    + (number(s.length) !== "0" ? " len=" + number(s.length) : "")
    + (number(s.tsVal) !== "0" || number(s.tsEcr) !== "0" ? " ts=" + number(s.tsVal) + "/" + number(s.tsEcr) : "");

  const showNetwork = (now) => {
    const rows = [["A", now.toA], ["B", now.toB]].flatMap(([to, list]) => list.map((s, i) => row([
      element("td", story[step]["to" + to][i] ? "#" + story[step]["to" + to][i] : ""),
      element("td", "→ " + to), element("td", segment(s), "code"), element("td", "[" + number(s.incarnation) + "]"),
      element("td", "age " + number(s.age) + (s.arrived ? ", arrived" : ""))])));
    $("network").replaceChildren(...(rows.length ? rows : [row([element("td", "nothing")])]));
    const left = entries(now.budgets).filter(([, value]) => value !== "0");
    $("budgets").textContent = left.length ? "left: " + left.map(([n, v]) => n + " " + v).join(", ") : "";
  };

  const show = () => {
    const repeats = loop !== undefined && step > loop ? " · repeats for ever" : "";
    $("where").textContent = (step === 0 ? "Start" : "Step " + step + " of " + last) + " · " + story[step].time
      + repeats;
    $("sentences").replaceChildren(...(story[step].sentences || ["The run begins."]).map((s) => element("li", s)));
    $("rules").replaceChildren(...(story[step].rules || []).map((r) => element("li", r)));
    $("verdict").hidden = step !== last;
    showTcbs(trace.states[step], trace.states[Math.max(0, step - 1)]);
    showNetwork(trace.states[step]);
    for (const group of document.querySelectorAll("#ladder g[data-step]")) {
      const at = Number(group.dataset.step);
      const since = Number(group.dataset.since ?? at);
      group.classList.toggle("future", since > step);
      group.classList.toggle("travelling", since <= step && at > step);
      group.classList.toggle("now", at === step && step > 0);
    }
    $("slider").value = step;
    history.replaceState(null, "", "#step=" + step);
  };

  const go = (to) => {
    step = Math.max(0, Math.min(last, to));
    show();
  };

  const pause = () => {
    clearInterval(timer);
    timer = null;
    $("play").textContent = "▶ play";
  };

  const advance = () => {
    if (step < last) go(step + 1);
    else if (loop !== undefined && loop < last) go(loop + 1);
    else pause();
  };

  const toggle = () => {
    if (timer !== null) return pause();
    if (step === last && !(loop < last)) go(0);
    $("play").textContent = "⏸ pause";
    timer = setInterval(advance, 1100);
  };

  const fromHash = () => {
    const match = /^#step=(\d+)$/.exec(location.hash);
    go(match ? Number(match[1]) : last);
  };

  const keys = {
    ArrowRight: () => go(step + 1), ArrowLeft: () => go(step - 1), Home: () => go(0), End: () => go(last), " ": toggle,
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    if (event.key !== " ") pause();
    keys[event.key]();
  });
  addEventListener("hashchange", fromHash);
  $("first").onclick = () => go(0);
  $("back").onclick = () => go(step - 1);
  $("next").onclick = () => go(step + 1);
  $("last").onclick = () => go(last);
  $("play").onclick = toggle;
  $("slider").max = last;
  $("slider").oninput = (event) => go(Number(event.target.value));
  for (const group of document.querySelectorAll("#ladder g[data-step]")) {
    group.addEventListener("click", () => go(Number(group.dataset.step)));
  }
  $("download").href = "data:application/json;charset=utf-8," + encodeURIComponent($("trace").textContent.trim() + "\n");
  $("download").download = document.title.replace(/\W+/g, "-") + ".itf.json";
  fromHash();
})();
