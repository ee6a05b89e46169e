using System.Collections.Immutable;
using System.Text.Json;
using ActorKube.Api.Serialization;

namespace ActorKube.Engine.Objects;

/// <summary>Reads <c>metadata</c> out of an object's JSON and stops there: what follows is neither read nor checked.</summary>
internal ref struct ObjectHeaderReader
{
    private Utf8JsonReader _json;
    private string _uid = "";
    private KeyValuePair<string, string>[] _labels = [];
    private ImmutableArray<ObjectOwner> _owners = [];
    private DateTimeOffset? _created;
    private DateTimeOffset? _deleted;
    private bool _finalizers;
    private long _generation;

    private ObjectHeaderReader(ReadOnlySpan<byte> json) => _json = new Utf8JsonReader(json, JsonLimits.ReaderOptions);

    /// <summary>Where the digits of the resource version belong: just behind the opening quote of the empty string.</summary>
    public int RevisionOffset { get; private set; }

    public static ObjectHeader Read(ReadOnlySpan<byte> json, out int revisionOffset)
    {
        var reader = new ObjectHeaderReader(json);
        try
        {
            var header = reader.Read();
            revisionOffset = reader.RevisionOffset;
            return header;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException("The state of an object is not a JSON object with well-typed metadata.", e);
        }
    }

    private ObjectHeader Read()
    {
        _json.Read();
        Expect(JsonTokenType.StartObject);
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var isMetadata = _json.ValueTextEquals("metadata"u8);
            _json.Read();
            if (isMetadata)
            {
                ReadMetadata();
                return RevisionOffset > 0 ? Header() : throw new FormatException("metadata has no resourceVersion.");
            }

            _json.Skip();
        }

        throw new FormatException("The object has no metadata.");
    }

    private readonly ObjectHeader Header() => new()
    {
        Uid = _uid,
        Labels = new ObjectLabels(_labels),
        Owners = _owners,
        CreationTimestamp = _created,
        DeletionTimestamp = _deleted,
        HasFinalizers = _finalizers,
        Generation = _generation,
    };

    private void ReadMetadata()
    {
        Expect(JsonTokenType.StartObject);
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            if (_json.ValueTextEquals("resourceVersion"u8))
            {
                _json.Read();
                ReadResourceVersion();
            }
            else if (_json.ValueTextEquals("uid"u8))
            {
                _json.Read();
                _uid = _json.GetString() ?? "";
            }
            else if (_json.ValueTextEquals("labels"u8))
            {
                _json.Read();
                _labels = ReadLabels();
            }
            else if (_json.ValueTextEquals("ownerReferences"u8))
            {
                _json.Read();
                _owners = ReadOwners();
            }
            else if (_json.ValueTextEquals("creationTimestamp"u8))
            {
                _json.Read();
                _created = ReadTime();
            }
            else if (_json.ValueTextEquals("deletionTimestamp"u8))
            {
                _json.Read();
                _deleted = ReadTime();
            }
            else if (_json.ValueTextEquals("finalizers"u8))
            {
                _json.Read();
                _finalizers = ReadHasItems();
            }
            else if (_json.ValueTextEquals("generation"u8))
            {
                _json.Read();
                _generation = _json.TokenType == JsonTokenType.Null ? 0 : _json.GetInt64();
            }
            else
            {
                _json.Skip();
            }
        }
    }

    private void ReadResourceVersion()
    {
        Expect(JsonTokenType.String);
        if (_json.ValueSpan.Length != 0)
        {
            throw new FormatException("resourceVersion must be empty in the journal; the revision is spliced in when it is known.");
        }

        RevisionOffset = (int)_json.TokenStartIndex + 1;
    }

    private bool ReadHasItems()
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        var items = 0;
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            items++;
        }

        return items > 0;
    }

    private KeyValuePair<string, string>[] ReadLabels()
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return [];
        }

        Expect(JsonTokenType.StartObject);
        var labels = new List<KeyValuePair<string, string>>(4);
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var key = _json.GetSharedString();
            _json.Read();
            labels.Add(new(key, _json.GetSharedString()));
        }

        return [.. labels];
    }

    private ImmutableArray<ObjectOwner> ReadOwners()
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return [];
        }

        Expect(JsonTokenType.StartArray);
        var owners = ImmutableArray.CreateBuilder<ObjectOwner>(1);
        while (_json.Read() && _json.TokenType == JsonTokenType.StartObject)
        {
            owners.Add(ReadOwner());
        }

        return owners.DrainToImmutable();
    }

    private ObjectOwner ReadOwner()
    {
        string apiVersion = "", kind = "", name = "", uid = "";
        bool controller = false, block = false;
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            if (_json.ValueTextEquals("apiVersion"u8))
            {
                apiVersion = ReadText();
            }
            else if (_json.ValueTextEquals("kind"u8))
            {
                kind = ReadText();
            }
            else if (_json.ValueTextEquals("name"u8))
            {
                name = ReadText();
            }
            else if (_json.ValueTextEquals("uid"u8))
            {
                uid = ReadText();
            }
            else if (_json.ValueTextEquals("controller"u8))
            {
                _json.Read();
                controller = _json.TokenType == JsonTokenType.True;
            }
            else if (_json.ValueTextEquals("blockOwnerDeletion"u8))
            {
                _json.Read();
                block = _json.TokenType == JsonTokenType.True;
            }
            else
            {
                _json.Skip();
            }
        }

        return new ObjectOwner(apiVersion, kind, name, uid, controller, block);
    }

    private string ReadText()
    {
        _json.Read();
        return _json.GetSharedString();
    }

    private readonly DateTimeOffset? ReadTime() => _json.TokenType == JsonTokenType.Null ? null : _json.GetDateTimeOffset();

    private readonly void Expect(JsonTokenType token)
    {
        if (_json.TokenType != token)
        {
            throw new FormatException($"Expected {token}, found {_json.TokenType}.");
        }
    }
}
