package dev.lastack.probe.tun;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;

/** The system calls that a TUN device needs; {@code ioctl} has no equivalent in Java. */
interface LibC extends Library {

    LibC INSTANCE = Native.load("c", LibC.class);

    int open(String path, int flags) throws LastErrorException;

    int ioctl(int file, NativeLong request, Object... argument) throws LastErrorException;

    NativeLong read(int file, byte[] octets, NativeLong count) throws LastErrorException;

    NativeLong write(int file, byte[] octets, NativeLong count) throws LastErrorException;

    int close(int file) throws LastErrorException;
}
