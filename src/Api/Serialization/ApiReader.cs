using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ActorKube.Api.Quantities;
using ActorKube.Api.Text;

namespace ActorKube.Api.Serialization;

/// <summary>Reads one value at which the reader stands.</summary>
public delegate T ReadValue<out T>(ref ApiReader reader);

/// <summary>
/// Forward-only reader that the generated codecs read with. It knows where in the document it is, reports unknown and
/// repeated fields, and words type errors as Go's JSON decoder does.
/// </summary>
public ref struct ApiReader
{
    private readonly DecodeReport? _report;
    private Utf8JsonReader _json;
    private DecodePath _path;

    /// <summary>Empty lists that are always written are read as such. Otherwise they are read as none, which is what is left of them in protobuf.</summary>
    public bool KeepsEmptyLists { get; init; } = true;

    /// <param name="utf8">One JSON document.</param>
    /// <param name="report">Takes unknown and repeated fields; null when nobody asks.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public ApiReader(ReadOnlySpan<byte> utf8, DecodeReport? report = null)
    {
        _json = new Utf8JsonReader(utf8, JsonLimits.ReaderOptions);
        _report = report;
        _path = new DecodePath();
        _json.Read();
    }

    /// <summary>Steps into the object at which the reader stands. False for null, which leaves all fields at their defaults.</summary>
    /// <param name="type">Name of the type, for error messages.</param>
    public bool BeginObject(string type)
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return false;
        }

        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw Mismatch("v1." + type);
        }

        _path.Enter(type);
        return true;
    }

    /// <summary>Next field's name; false at the end of the object.</summary>
    public bool NextField(out ReadOnlySpan<byte> name)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            _path.Leave();
            name = default;
            return false;
        }

        name = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(_json.GetString()!) : _json.ValueSpan;
        return true;
    }

    /// <summary>Moves to the value of the field just named. False when it is null: the field keeps its default.</summary>
    public bool At(string name, ulong bit, ref ulong seen)
    {
        _path.Set(name);
        if ((seen & bit) != 0)
        {
            _report?.Duplicate(_path.ToString());
        }

        seen |= bit;
        _json.Read();
        return _json.TokenType != JsonTokenType.Null;
    }

    /// <summary>Passes over a field that the type doesn't have.</summary>
    public void SkipUnknown(ReadOnlySpan<byte> name)
    {
        if (_report is not null)
        {
            _path.Set(Encoding.UTF8.GetString(name));
            _report.Unknown(_path.ToString());
        }

        _json.Read();
        _json.Skip();
    }

    // A null among the items of a list or a map stands for the type's zero value, as it does in Go.
    private readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    public readonly string ReadString() => _json.TokenType == JsonTokenType.String ? _json.GetSharedString() : IsNull ? "" : throw Mismatch("string");

    /// <summary>The string, with empty read as null.</summary>
    public readonly string? ReadStringOrNull() => ReadString() is { Length: > 0 } text ? text : null;

    public readonly bool ReadBoolean() => _json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        _ => throw Mismatch("bool"),
    };

    public readonly int ReadInt32() =>
        _json.TokenType == JsonTokenType.Number && _json.TryGetInt32(out var value) ? value : IsNull ? 0 : throw Mismatch("int32");

    public readonly long ReadInt64() =>
        _json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out var value) ? value : IsNull ? 0 : throw Mismatch("int64");

    public readonly double ReadDouble() =>
        _json.TokenType == JsonTokenType.Number && double.IsFinite(_json.GetDouble()) ? _json.GetDouble() : IsNull ? 0 : throw Mismatch("float64");

    public readonly ReadOnlyMemory<byte> ReadBytes()
    {
        if (IsNull)
        {
            return default;
        }

        if (_json.TokenType != JsonTokenType.String)
        {
            throw Mismatch("[]uint8");
        }

        return _json.TryGetBytesFromBase64(out var bytes) || GoBase64.TryDecode(_json.GetString()!, out bytes, out var badAt)
            ? bytes
            : throw new ApiDecodeException(string.Create(CultureInfo.InvariantCulture, $"illegal base64 data at input byte {badAt}"));
    }

    /// <summary>RFC 3339, to the second or finer.</summary>
    public readonly DateTimeOffset ReadTime() => ReadTime(isMicro: false);

    /// <summary>RFC 3339, to the microsecond.</summary>
    public readonly DateTimeOffset ReadMicroTime() => ReadTime(isMicro: true);

    private readonly DateTimeOffset ReadTime(bool isMicro)
    {
        if (IsNull)
        {
            return default;
        }

        var text = _json.TokenType == JsonTokenType.String ? _json.GetSharedString() : throw Mismatch("string");
        return GoTime.TryParse(text, isMicro, out var time, out var error) ? time : throw new ApiDecodeException(error!);
    }

    public readonly Quantity ReadQuantity()
    {
        if (IsNull)
        {
            return default;
        }

        // Whatever is no text is parsed as it stands, and a brace or a word is no quantity.
        var text = _json.TokenType == JsonTokenType.String ? _json.GetSharedString() : Encoding.UTF8.GetString(_json.ValueSpan);
        return QuantityParser.Parse(text, out var quantity) is { } error ? throw new ApiDecodeException(error) : quantity;
    }

    public readonly IntOrString ReadIntOrString() => _json.TokenType switch
    {
        JsonTokenType.String => new IntOrString(_json.GetSharedString()),
        JsonTokenType.Number when _json.TryGetInt32(out var number) => new IntOrString(number),
        JsonTokenType.Null => default,
        _ => throw Mismatch("int32"),
    };

    public RawJson ReadRaw()
    {
        var start = (int)_json.TokenStartIndex;
        using var document = JsonDocument.ParseValue(ref _json);
        var buffer = new ArrayBufferWriter<byte>((int)_json.BytesConsumed - start);
        using (var writer = new Utf8JsonWriter(buffer, JsonLimits.WriterOptions))
        {
            document.WriteTo(writer);
        }

        return new RawJson(buffer.WrittenMemory);
    }

    /// <summary>The list; null when it is empty and emptiness means absence.</summary>
    public IReadOnlyList<T>? ReadList<T>(ReadValue<T> item, bool keepEmpty)
    {
        if (IsNull)
        {
            return keepEmpty ? [] : null;
        }

        if (_json.TokenType != JsonTokenType.StartArray)
        {
            throw Mismatch("[]" + GoTypeName.Of(typeof(T)));
        }

        // Most lists have one item, and what is read is kept: no room for more than there are.
        T[] items = [];
        var count = 0;
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            _path.Index(count);
            var next = item(ref this);
            if (count == items.Length)
            {
                Array.Resize(ref items, Math.Max(1, count * 2));
            }

            items[count++] = next;
        }

        _path.Index(-1);
        Array.Resize(ref items, count);
        return count == 0 && !keepEmpty ? null : items;
    }

    /// <summary>The map; null when it is empty and emptiness means absence.</summary>
    public IReadOnlyDictionary<string, T>? ReadMap<T>(ReadValue<T> value, bool keepEmpty)
    {
        if (IsNull)
        {
            return keepEmpty ? new Dictionary<string, T>(StringComparer.Ordinal) : null;
        }

        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw Mismatch("map[string]" + GoTypeName.Of(typeof(T)));
        }

        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        _path.Enter(null);
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            var key = _json.GetSharedString();
            _path.Set(key);
            _json.Read();
            var item = value(ref this);
            if (!map.TryAdd(key, item))
            {
                _report?.Duplicate(_path.ToString());
                map[key] = item;
            }
        }

        _path.Leave();
        return map.Count == 0 && !keepEmpty ? null : map;
    }

    private readonly ApiDecodeException Mismatch(string goType)
    {
        var isNumberForNumber = _json.TokenType == JsonTokenType.Number && goType is ("int32" or "int64" or "float64");
        var found = GoJson.TypeName(_json.TokenType) + (isNumberForNumber ? " " + Encoding.UTF8.GetString(_json.ValueSpan) : "");
        return new ApiDecodeException($"json: cannot unmarshal {found} into Go {_path.GoTarget()}of type {goType}");
    }
}
