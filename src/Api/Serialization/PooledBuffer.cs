using System.Buffers;

namespace ActorKube.Api.Serialization;

/// <summary>Where something is written whose length nobody knows yet. The bytes behind it are the pool's; what is kept is exactly as long as it has to be. Not thread-safe.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    /// <summary>A pod with its status fits.</summary>
    private const int First = 8192;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(First);
    private int _length;

    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private void Reserve(int sizeHint)
    {
        if (_bytes.Length - _length >= Math.Max(sizeHint, 1))
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + sizeHint, _bytes.Length * 2));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
