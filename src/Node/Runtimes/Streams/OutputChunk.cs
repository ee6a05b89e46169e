namespace ActorKube.NodeAgent.Runtimes;

public enum OutputStream
{
    Stdout = 1,
    Stderr = 2,
}

/// <summary>Bytes that a process wrote, in the order in which it wrote them.</summary>
/// <param name="Data">Valid until the next chunk is asked for.</param>
public readonly record struct OutputChunk(OutputStream Stream, ReadOnlyMemory<byte> Data);
