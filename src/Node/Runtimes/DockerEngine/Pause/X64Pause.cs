using System.Buffers.Binary;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Pause;

/// <summary>The pause program (see <see cref="PauseProgram"/>) for x86-64. System calls: number in eax, arguments in rdi, rsi, rdx, r10.</summary>
internal static class X64Pause
{
    private const byte Sigchld = 17;

    public static byte[] Assemble()
    {
        var code = new MachineCode();

        // rt_sigprocmask(SIG_BLOCK, &signals, NULL, 8)
        code.Emit(0xB8, 14, 0, 0, 0);                       // mov  eax, 14
        code.Emit(0x31, 0xFF);                              // xor  edi, edi        ; SIG_BLOCK = 0
        code.Emit([0x48, 0x8D, 0x35, 0, 0, 0, 0], "signals", Relative32); // lea rsi, [rip + signals]
        code.Emit(0x31, 0xD2);                              // xor  edx, edx
        code.Emit(0x41, 0xBA, 8, 0, 0, 0);                  // mov  r10d, 8         ; bytes in the set
        code.Emit(0x0F, 0x05);                              // syscall

        // do wait4(-1, NULL, WNOHANG, NULL) while it returns a process id
        code.Label("reap");
        code.Emit(0xB8, 61, 0, 0, 0);                       // mov  eax, 61
        code.Emit(0xBF, 0xFF, 0xFF, 0xFF, 0xFF);            // mov  edi, -1         ; any child
        code.Emit(0x31, 0xF6);                              // xor  esi, esi
        code.Emit(0xBA, 1, 0, 0, 0);                        // mov  edx, 1          ; WNOHANG
        code.Emit(0x45, 0x31, 0xD2);                        // xor  r10d, r10d
        code.Emit(0x0F, 0x05);                              // syscall
        code.Emit(0x85, 0xC0);                              // test eax, eax
        code.Emit([0x7F, 0], "reap", Relative8);            // jg   reap

        // signal = rt_sigtimedwait(&signals, NULL, NULL, 8)
        code.Label("wait");
        code.Emit(0xB8, 128, 0, 0, 0);                      // mov  eax, 128
        code.Emit([0x48, 0x8D, 0x3D, 0, 0, 0, 0], "signals", Relative32); // lea rdi, [rip + signals]
        code.Emit(0x31, 0xF6);                              // xor  esi, esi
        code.Emit(0x31, 0xD2);                              // xor  edx, edx        ; no timeout
        code.Emit(0x41, 0xBA, 8, 0, 0, 0);                  // mov  r10d, 8
        code.Emit(0x0F, 0x05);                              // syscall
        code.Emit(0x83, 0xF8, Sigchld);                     // cmp  eax, SIGCHLD
        code.Emit([0x74, 0], "reap", Relative8);            // je   reap
        code.Emit(0x85, 0xC0);                              // test eax, eax        ; negative: interrupted
        code.Emit([0x78, 0], "wait", Relative8);            // js   wait

        // exit_group(0)
        code.Emit(0xB8, 231, 0, 0, 0);                      // mov  eax, 231
        code.Emit(0x31, 0xFF);                              // xor  edi, edi
        code.Emit(0x0F, 0x05);                              // syscall

        code.Label("signals");
        code.Emit(PauseProgram.SignalSet());
        return code.ToArray();
    }

    // Displacements count from the end of the instruction, which they are the last bytes of.
    private static void Relative8(byte[] code, int at, int target) => code[at + 1] = (byte)checked((sbyte)(target - (at + 2)));

    private static void Relative32(byte[] code, int at, int target) => BinaryPrimitives.WriteInt32LittleEndian(code.AsSpan(at + 3), target - (at + 7));
}
