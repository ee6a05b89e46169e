using System.Buffers;

namespace ActorKube.Api.Apply;

/// <summary>Bytes of JSON that are written ahead and taken back if nothing comes of them. Not thread-safe.</summary>
internal sealed class RollbackBuffer : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Begins a member: a comma, unless it is the first of its object.</summary>
    /// <returns>Where to roll back to without it.</returns>
    public int Begin()
    {
        var start = Length;
        if (start > 0 && _bytes[start - 1] != '{')
        {
            Append(","u8);
        }

        return start;
    }

    /// <summary>Appends JSON inside of a JSON string: quotes and backslashes get one backslash more.</summary>
    public void AppendEscaped(ReadOnlySpan<byte> json)
    {
        Reserve(json.Length * 2);
        foreach (var b in json)
        {
            if (b is (byte)'"' or (byte)'\\')
            {
                _bytes[Length++] = (byte)'\\';
            }

            _bytes[Length++] = b;
        }
    }

    public void RollBack(int length) => Length = length;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Reserve(int more)
    {
        if (Length + more <= _bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + more, _bytes.Length * 2));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
