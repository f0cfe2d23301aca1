package dev.lastack.conformance.packetdrill.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.setup.ShellCommand.Setting;
import dev.lastack.conformance.packetdrill.setup.ShellCommand.Sourced;
import dev.lastack.conformance.packetdrill.setup.ShellCommand.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shell lines of scripts mean. */
class ShellCommandTest {

    @Test
    void sysctlSetsEachOfItsVariables() {
        assertThat(ShellCommand.read(
                        "sysctl -q net.ipv4.a=1 net.ipv4.b=\"1 2 3\"; sysctl -w net/inet/tcp/c=0 > /dev/null 2>&1"))
                .containsExactly(
                        new Setting("net.ipv4.a", "1"),
                        new Setting("net.ipv4.b", "1 2 3"),
                        new Setting("net.inet.tcp.c", "0"));
    }

    @Test
    void setSysctlsNamesFilesAndContinuesLines() {
        assertThat(ShellCommand.read(
                        "../common/set_sysctls.py /proc/sys/net/ipv4/tcp_a=1 \\\n  /proc/sys/net/ipv4/tcp_b=2"))
                .containsExactly(new Setting("net.ipv4.tcp_a", "1"), new Setting("net.ipv4.tcp_b", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"./defaults.sh", ". ./defaults.sh", "source ./defaults.sh", "./defaults.sh > /dev/null"})
    void anotherFileIsSourced(String text) {
        assertThat(ShellCommand.read(text)).containsExactly(new Sourced("./defaults.sh"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# sysctl -q a.b=1",
                "/tmp/sysctl_restore_${PPID}.sh",
                "ip tcp_metrics flush all > /dev/null 2>&1",
                "tc qdisc add dev tun0 root pfifo && true",
                "ethtool -K tun0 tso off gso off",
            })
    void whatNoEndpointSeesIsLeftOut(String text) {
        assertThat(ShellCommand.read(text)).isEmpty();
    }

    /** Each does something else than what its first words say. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nstat -n",
                "sysctl -a",
                "sysctl -w a.b=1 | cat",
                "sysctl --system a.b=1",
                "if sysctl -w a.b=1",
                "ip route add default",
                "false || sysctl -w a.b=1",
                "./defaults.sh fast",
            })
    void anythingElseIsUnknown(String text) {
        assertThat(ShellCommand.read(text)).containsExactly(new Unknown(text));
    }
}
