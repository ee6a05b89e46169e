using System.Buffers;
using System.Text;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <summary>The beginning of a command's output.</summary>
internal sealed class LimitedText(int limit)
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public void Append(ReadOnlySpan<byte> data) => _bytes.Write(data[..Math.Min(data.Length, limit - _bytes.WrittenCount)]);

    public override string ToString() => Encoding.UTF8.GetString(_bytes.WrittenSpan);
}
