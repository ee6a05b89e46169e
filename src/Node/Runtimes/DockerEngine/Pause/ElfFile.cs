using System.Buffers.Binary;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Pause;

/// <summary>Values of <c>e_machine</c>.</summary>
internal enum ElfMachine : ushort
{
    X64 = 62,
    Arm64 = 183,
}

/// <summary>Wraps code as a static 64-bit ELF executable: the file header, one loadable segment that is the whole file, the code. See elf(5).</summary>
internal static class ElfFile
{
    private const int HeaderSize = 64;
    private const int ProgramHeaderSize = 56;
    private const int CodeOffset = HeaderSize + ProgramHeaderSize;
    private const ulong LoadAddress = 0x400000;

    public static byte[] Build(ElfMachine machine, ReadOnlySpan<byte> code)
    {
        var file = new byte[CodeOffset + code.Length];
        WriteHeader(file, machine);
        WriteProgramHeader(file.AsSpan(HeaderSize), (ulong)file.Length);
        code.CopyTo(file.AsSpan(CodeOffset));
        return file;
    }

    private static void WriteHeader(Span<byte> header, ElfMachine machine)
    {
        ReadOnlySpan<byte> ident = [0x7F, (byte)'E', (byte)'L', (byte)'F', 2 /* 64 bits */, 1 /* little-endian */, 1 /* version */];
        ident.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header[16..], 2);                          // e_type: ET_EXEC
        BinaryPrimitives.WriteUInt16LittleEndian(header[18..], (ushort)machine);            // e_machine
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], 1);                          // e_version
        BinaryPrimitives.WriteUInt64LittleEndian(header[24..], LoadAddress + CodeOffset);   // e_entry
        BinaryPrimitives.WriteUInt64LittleEndian(header[32..], HeaderSize);                 // e_phoff
        BinaryPrimitives.WriteUInt16LittleEndian(header[52..], HeaderSize);                 // e_ehsize
        BinaryPrimitives.WriteUInt16LittleEndian(header[54..], ProgramHeaderSize);          // e_phentsize
        BinaryPrimitives.WriteUInt16LittleEndian(header[56..], 1);                          // e_phnum
    }

    private static void WriteProgramHeader(Span<byte> header, ulong fileSize)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, 1);                                // p_type: PT_LOAD
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], 5);                           // p_flags: read, execute
        BinaryPrimitives.WriteUInt64LittleEndian(header[16..], LoadAddress);                // p_vaddr (p_offset is 0)
        BinaryPrimitives.WriteUInt64LittleEndian(header[24..], LoadAddress);                // p_paddr
        BinaryPrimitives.WriteUInt64LittleEndian(header[32..], fileSize);                   // p_filesz
        BinaryPrimitives.WriteUInt64LittleEndian(header[40..], fileSize);                   // p_memsz
        BinaryPrimitives.WriteUInt64LittleEndian(header[48..], 0x10000);                    // p_align: the largest page of AArch64
    }
}
