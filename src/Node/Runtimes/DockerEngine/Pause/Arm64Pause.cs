using System.Buffers.Binary;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Pause;

/// <summary>The pause program (see <see cref="PauseProgram"/>) for AArch64. System calls: number in x8, arguments in x0 to x3. Every instruction has 4 bytes.</summary>
internal static class Arm64Pause
{
    private const uint Equal = 0x0;
    private const uint Negative = 0x4;
    private const uint Greater = 0xC;
    private const int Sigchld = 17;

    public static byte[] Assemble()
    {
        var code = new MachineCode();

        // rt_sigprocmask(SIG_BLOCK, &signals, NULL, 8)
        Move(code, 8, 135);                 // mov  x8, #135
        Move(code, 0, 0);                   // mov  x0, #0          ; SIG_BLOCK
        Address(code, 1, "signals");        // adr  x1, signals
        Move(code, 2, 0);                   // mov  x2, #0
        Move(code, 3, 8);                   // mov  x3, #8          ; bytes in the set
        SystemCall(code);                   // svc  #0

        // do wait4(-1, NULL, WNOHANG, NULL) while it returns a process id
        code.Label("reap");
        Move(code, 8, 260);                 // mov  x8, #260
        Emit(code, 0x92800000);             // mov  x0, #-1         ; any child (movn x0, #0)
        Move(code, 1, 0);                   // mov  x1, #0
        Move(code, 2, 1);                   // mov  x2, #1          ; WNOHANG
        Move(code, 3, 0);                   // mov  x3, #0
        SystemCall(code);                   // svc  #0
        Compare(code, 0);                   // cmp  w0, #0
        Branch(code, Greater, "reap");      // b.gt reap

        // signal = rt_sigtimedwait(&signals, NULL, NULL, 8)
        code.Label("wait");
        Move(code, 8, 137);                 // mov  x8, #137
        Address(code, 0, "signals");        // adr  x0, signals
        Move(code, 1, 0);                   // mov  x1, #0
        Move(code, 2, 0);                   // mov  x2, #0          ; no timeout
        Move(code, 3, 8);                   // mov  x3, #8
        SystemCall(code);                   // svc  #0
        Compare(code, Sigchld);             // cmp  w0, #17
        Branch(code, Equal, "reap");        // b.eq reap
        Compare(code, 0);                   // cmp  w0, #0          ; negative: interrupted
        Branch(code, Negative, "wait");     // b.mi wait

        // exit_group(0)
        Move(code, 8, 94);                  // mov  x8, #94
        Move(code, 0, 0);                   // mov  x0, #0
        SystemCall(code);                   // svc  #0

        code.Label("signals");
        code.Emit(PauseProgram.SignalSet());
        return code.ToArray();
    }

    // MOVZ Xd, #value: bits 20-5 are the value, bits 4-0 the register.
    private static void Move(MachineCode code, uint register, uint value) => Emit(code, 0xD2800000 | (value << 5) | register);

    // SUBS WZR, W0, #value: bits 21-10 are the value.
    private static void Compare(MachineCode code, uint value) => Emit(code, 0x7100001F | (value << 10));

    private static void SystemCall(MachineCode code) => Emit(code, 0xD4000001);

    // ADR Xd, label: the distance in bytes, its lowest two bits in bits 30-29, the others in bits 23-5.
    private static void Address(MachineCode code, uint register, string label) => code.Emit(Word(0x10000000 | register), label, static (bytes, at, target) =>
    {
        var distance = (uint)(target - at);
        Or(bytes, at, ((distance & 3) << 29) | (((distance >> 2) & 0x7FFFF) << 5));
    });

    // B.cond label: the distance in instructions in bits 23-5.
    private static void Branch(MachineCode code, uint condition, string label) => code.Emit(Word(0x54000000 | condition), label, static (bytes, at, target) =>
        Or(bytes, at, (((uint)((target - at) / 4)) & 0x7FFFF) << 5));

    private static void Emit(MachineCode code, uint word) => code.Emit(Word(word));

    private static byte[] Word(uint word)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, word);
        return bytes;
    }

    private static void Or(byte[] bytes, int at, uint bits)
    {
        var span = bytes.AsSpan(at, 4);
        BinaryPrimitives.WriteUInt32LittleEndian(span, BinaryPrimitives.ReadUInt32LittleEndian(span) | bits);
    }
}
