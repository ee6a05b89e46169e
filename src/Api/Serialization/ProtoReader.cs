using System.Buffers.Binary;
using System.Text;
using ActorKube.Api.Patches;
using ActorKube.Api.Quantities;
using ActorKube.Api.Text;

namespace ActorKube.Api.Serialization;

/// <summary>Reads one value at which the reader stands.</summary>
public delegate T ReadProtoValue<out T>(ref ProtoReader reader);

/// <summary>
/// Reads one message of the protobuf wire format: <see cref="NextField"/>, then the one read that fits the field, or <see cref="Skip"/>.
/// </summary>
/// <seealso href="https://protobuf.dev/programming-guides/encoding/"/>
public ref struct ProtoReader
{
    // A message in a list is two levels of JSON.
    private const int MaxDepth = JsonLimits.MaxDepth / 2;

    private readonly int _depth;
    private ReadOnlySpan<byte> _rest;
    private int _wireType;

    public ProtoReader(ReadOnlySpan<byte> message)
        : this(message, depth: 1)
    {
    }

    private ProtoReader(ReadOnlySpan<byte> message, int depth)
    {
        _rest = message;
        _depth = depth <= MaxDepth ? depth : throw new ApiDecodeException("proto: exceeded max depth");
    }

    /// <summary>Number of the next field; false at the end of the message.</summary>
    /// <exception cref="ApiDecodeException">The message is cut or malformed, here and in every read.</exception>
    public bool NextField(out int number)
    {
        number = 0;
        if (_rest.IsEmpty)
        {
            return false;
        }

        var tag = ReadVarint();
        _wireType = (int)(tag & 7);
        number = (int)(tag >> 3);
        return true;
    }

    public void Skip()
    {
        switch (_wireType)
        {
            case 0:
                ReadVarint();
                break;
            case 1:
                Take(8);
                break;
            case 2:
                Take(ReadLength());
                break;
            case 5:
                Take(4);
                break;
            default:
                throw Malformed();
        }
    }

    public int ReadInt32() => unchecked((int)ReadInt64());

    public long ReadInt64() => _wireType == 0 ? unchecked((long)ReadVarint()) : throw Malformed();

    public bool ReadBoolean() => ReadInt64() != 0;

    public double ReadDouble() => _wireType == 1 && BinaryPrimitives.ReadDoubleLittleEndian(Take(8)) is var value && double.IsFinite(value) ? value : throw Malformed();

    public string ReadString() => Encoding.UTF8.GetString(ReadDelimited());

    /// <summary>The string, with empty read as null.</summary>
    public string? ReadStringOrNull() => ReadString() is { Length: > 0 } text ? text : null;

    public ReadOnlyMemory<byte> ReadBytes() => ReadDelimited().ToArray();

    public T ReadMessage<T>()
        where T : IApiType<T>
    {
        var reader = new ProtoReader(ReadDelimited(), _depth + 1);
        return T.ReadProto(ref reader);
    }

    /// <summary>The message's own fields, for a message that the record doesn't show.</summary>
    public ProtoReader ReadEmbedded() => new(ReadDelimited(), _depth + 1);

    /// <summary>A timestamp: seconds since 1970 and nanoseconds. Empty is no time.</summary>
    public DateTimeOffset? ReadTime()
    {
        var reader = new ProtoReader(ReadDelimited());
        if (reader._rest.IsEmpty)
        {
            return null;
        }

        long seconds = 0;
        long nanoseconds = 0;
        while (reader.NextField(out var number))
        {
            switch (number)
            {
                case 1:
                    seconds = reader.ReadInt64();
                    break;
                case 2:
                    nanoseconds = reader.ReadInt64();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        // The nanoseconds are those within the second.
        return seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() && nanoseconds is >= 0 and < 1_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(nanoseconds / TimeSpan.NanosecondsPerTick)
            : throw new ApiDecodeException("proto: time out of range");
    }

    public Quantity ReadQuantity() => Quantity.TryParse(ReadOnlyField(), out var quantity) ? quantity : throw Malformed();

    public IntOrString ReadIntOrString()
    {
        var reader = new ProtoReader(ReadDelimited());
        var isText = false;
        var value = 0;
        var text = "";
        while (reader.NextField(out var field))
        {
            switch (field)
            {
                case 1:
                    isText = reader.ReadInt64() == 1;
                    break;
                case 2:
                    value = reader.ReadInt32();
                    break;
                case 3:
                    text = reader.ReadString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return isText ? new IntOrString(text) : new IntOrString(value);
    }

    /// <summary>JSON inside a message; none is null.</summary>
    public RawJson ReadRaw()
    {
        var text = ReadOnlyField();
        try
        {
            var value = text.Length == 0 ? null : JsonReader.Read(Encoding.UTF8.GetBytes(text)).Root;
            return (2 * _depth) + JsonKind.Depth(value) <= JsonLimits.MaxDepth ? new RawJson(JsonTree.ToUtf8(value)) : throw new ApiDecodeException("proto: exceeded max depth");
        }
        catch (JsonTextException e)
        {
            throw new ApiDecodeException(e.Message);
        }
    }

    /// <summary>Adds one entry to a map.</summary>
    public void ReadEntry<T>(ref Dictionary<string, T>? map, ReadProtoValue<T> read, T missing)
    {
        var reader = new ProtoReader(ReadDelimited(), _depth + 1);
        var key = "";
        var value = missing;
        while (reader.NextField(out var field))
        {
            switch (field)
            {
                case 1:
                    key = reader.ReadString();
                    break;
                case 2:
                    value = read(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        (map ??= new Dictionary<string, T>(StringComparer.Ordinal))[key] = value;
    }

    /// <summary>A list that is a message of its own, as the values of some maps are.</summary>
    public IReadOnlyList<string> ReadTexts()
    {
        var reader = new ProtoReader(ReadDelimited());
        var texts = new List<string>();
        while (reader.NextField(out var field))
        {
            if (field == 1)
            {
                texts.Add(reader.ReadString());
            }
            else
            {
                reader.Skip();
            }
        }

        return texts;
    }

    /// <summary>Field 1 of a message that has no other.</summary>
    private string ReadOnlyField()
    {
        var reader = new ProtoReader(ReadDelimited());
        var text = "";
        while (reader.NextField(out var field))
        {
            if (field == 1)
            {
                text = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return text;
    }

    private ReadOnlySpan<byte> ReadDelimited() => _wireType == 2 ? Take(ReadLength()) : throw Malformed();

    private int ReadLength()
    {
        var length = ReadVarint();
        return length <= (ulong)_rest.Length ? (int)length : throw Malformed();
    }

    private ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Malformed();
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw Malformed();
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static ApiDecodeException Malformed() => new("proto: illegal wireType or unexpected EOF");
}
