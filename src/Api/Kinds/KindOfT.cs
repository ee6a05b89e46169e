using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Kinds;

/// <summary>A kind whose objects are records of type <typeparamref name="T"/>: set the functions that differ from "stored as it came".</summary>
public sealed class Kind<T> : Kind
    where T : class, IApiObject, IApiType<T>
{
    private IReadOnlyDictionary<string, Func<IApiObject, string>>? _selectableFields;

    /// <summary>Types that the record leaves open. Throws <see cref="ApiDecodeException"/> for a value of a wrong one.</summary>
    public Action<T> OnDecode { get; init; } = static _ => { };

    public Func<T, T> OnDefault { get; init; } = static value => value;

    public Func<T, T> OnCreate { get; init; } = static value => value;

    /// <summary>(next, previous) to what is stored.</summary>
    public Func<T, T, T> OnUpdate { get; init; } = static (next, _) => next;

    /// <summary>(next, previous), see <see cref="Kind.TrackedFrom"/>.</summary>
    public Func<T, T, T> OnTrack { get; init; } = static (_, previous) => previous;

    /// <summary>(next, previous) to the previous object with the next one's status. Required when <see cref="Kind.HasStatus"/>.</summary>
    public Func<T, T, T> OnStatusUpdate { get; init; } = static (next, _) => next;

    /// <summary>(object, grace that the request names) to the grace given; null for none. See <see cref="Kind.DefaultGrace"/>.</summary>
    public Func<T, long?, long?> Grace { get; init; } = static (_, _) => null;

    public Func<T, T> OnDelete { get; init; } = static value => value;

    public Func<T, bool> Released { get; init; } = static _ => true;

    public Action<T, FieldErrors> OnValidate { get; init; } = static (_, _) => { };

    /// <summary>(next, previous, errors): all checks of an update, those of <see cref="OnValidate"/> included where they apply.</summary>
    public Action<T, T, FieldErrors>? OnValidateUpdate { get; init; }

    public Action<T, T, FieldErrors> OnValidateStatusUpdate { get; init; } = static (_, _, _) => { };

    public Func<T, T?, IReadOnlyList<string>> OnWarnings { get; init; } = static (_, _) => [];

    /// <summary>See <see cref="Kind.Claims"/>.</summary>
    public Func<T, IReadOnlyList<string>>? OnClaims { get; init; }

    public Func<T, IReadOnlyList<string>> OnRequestWarnings { get; init; } = static _ => [];

    /// <summary>The part whose change raises metadata.generation.</summary>
    public Func<T, IWritable?> Spec { get; init; } = static _ => null;

    public IReadOnlyList<Column<T>> TableColumns { get; init; } = [Column<T>.NameColumn, Column<T>.AgeColumn];

    public Func<T, IReadOnlyList<RowCondition>> TableRowConditions { get; init; } = static _ => [];

    public IReadOnlyDictionary<string, Func<T, string>> FieldSelectors { get; init; } = new Dictionary<string, Func<T, string>>();

    public ScaleMapping<T>? ScaleMapping { get; init; }

    /// <summary>Conversions for a kind that is stored as another.</summary>
    public Func<T, IApiObject> ConvertToStored { get; init; } = static value => value;

    public Func<IApiObject, T> ConvertFromStored { get; init; } = static value => (T)value;

    public override TypeModel Model => T.Model;

    public override IReadOnlyList<Column> Columns => TableColumns;

    public override IReadOnlyDictionary<string, Func<IApiObject, string>> SelectableFields =>
        _selectableFields ??= FieldSelectors.ToDictionary(f => f.Key, f => (Func<IApiObject, string>)(value => f.Value((T)value)), StringComparer.Ordinal);

    public override IReadOnlyList<RowCondition> RowConditions(IApiObject value) => TableRowConditions((T)value);

    public override ScaleMapping? Scale => ScaleMapping;

    public override IApiObject Read(ReadOnlySpan<byte> utf8, DecodeReport? report = null)
    {
        var reader = new ApiReader(utf8, report);
        return Checked(T.Read(ref reader));
    }

    public override ReadOnlyMemory<byte> Write(IApiObject value) => ApiWriter.ToUtf8((T)value);

    public override ReadOnlyMemory<byte> WriteStored(IApiObject value)
    {
        var json = Write(value);
        if (json.Span.IndexOf(":[]"u8) < 0)
        {
            return json;
        }

        var reader = new ApiReader(json.Span) { KeepsEmptyLists = false };
        var stored = T.Read(ref reader);

        // An empty revision marks a place, and reads as none.
        return Write(stored.With(stored.Metadata with { ResourceVersion = value.Metadata.ResourceVersion }));
    }

    public override IApiObject ReadProto(ReadOnlySpan<byte> message)
    {
        var reader = new ProtoReader(message);
        return Checked(T.ReadProto(ref reader));
    }

    public override void WriteProto(IApiObject value, ProtoWriter writer) => ((T)value).WriteProto(writer);

    public override IApiObject ToStored(IApiObject value) => ConvertToStored((T)value);

    public override IApiObject FromStored(IApiObject value) => ConvertFromStored(value);

    public override IApiObject Default(IApiObject value) => OnDefault((T)value);

    public override IApiObject PrepareForCreate(IApiObject value) => OnCreate((T)value);

    public override IApiObject PrepareForUpdate(IApiObject next, IApiObject previous) => OnUpdate((T)next, (T)previous);

    public override IApiObject TrackedFrom(IApiObject next, IApiObject previous) => OnTrack((T)next, (T)previous);

    public override IApiObject PrepareForStatusUpdate(IApiObject next, IApiObject previous) => OnStatusUpdate((T)next, (T)previous);

    public override long? DefaultGrace(IApiObject value, long? requested) => Grace((T)value, requested);

    public override IApiObject PrepareForDelete(IApiObject value) => OnDelete((T)value);

    public override bool IsReleased(IApiObject value) => Released((T)value);

    public override void Validate(IApiObject value, FieldErrors errors) => OnValidate((T)value, errors);

    public override void ValidateUpdate(IApiObject next, IApiObject previous, FieldErrors errors)
    {
        if (OnValidateUpdate is { } validate)
        {
            validate((T)next, (T)previous, errors);
        }
        else
        {
            OnValidate((T)next, errors);
        }
    }

    public override void ValidateStatusUpdate(IApiObject next, IApiObject previous, FieldErrors errors) =>
        OnValidateStatusUpdate((T)next, (T)previous, errors);

    public override bool HasClaims => OnClaims is not null;

    public override IReadOnlyList<string> Claims(IApiObject value) => OnClaims?.Invoke((T)value) ?? [];

    public override IReadOnlyList<string> Warnings(IApiObject value, IApiObject? previous) => OnWarnings((T)value, (T?)previous);

    public override IReadOnlyList<string> RequestWarnings(IApiObject value) => OnRequestWarnings((T)value);

    public override bool SameSpec(IApiObject a, IApiObject b) => (Spec((T)a), Spec((T)b)) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        var (x, y) => ApiEquality.Same(x, y),
    };

    private T Checked(T value)
    {
        OnDecode(value);
        return value;
    }
}
