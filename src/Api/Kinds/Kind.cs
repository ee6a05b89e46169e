using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Schema;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Kinds;

/// <summary>
/// Everything the server needs to know of one kind: its names, its schema, and the pure functions of its life cycle.
/// The untyped face of <see cref="Kind{T}"/>; immutable and thread-safe.
/// </summary>
public abstract class Kind
{
    private readonly string? _singular;

    /// <summary>API group; "" is core.</summary>
    public required string Group { get; init; }

    public required string Version { get; init; }

    /// <summary>Name of the kind: <c>Pod</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Plural in paths: <c>pods</c>.</summary>
    public required string Plural { get; init; }

    public string Singular
    {
        get => _singular ?? Name.ToLowerInvariant();
        init => _singular = value;
    }

    public IReadOnlyList<string> ShortNames { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public bool Namespaced { get; init; } = true;

    /// <summary>Verbs that discovery lists; a kind with only <c>create</c> is answered and not stored.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];

    /// <summary>metadata.generation counts changes of the specification.</summary>
    public bool HasGeneration { get; init; }

    /// <summary>A write to the main resource leaves <c>status</c> alone, and <c>/status</c> writes nothing else.</summary>
    public bool HasStatus { get; init; }

    /// <summary>A PUT to a name that isn't there creates it.</summary>
    public bool CreateOnUpdate { get; init; }

    /// <summary>An update without resourceVersion overwrites whatever is there.</summary>
    public bool UnconditionalUpdate { get; init; } = true;

    /// <summary>What a DELETE without a propagation policy does to dependents.</summary>
    public bool OrphansByDefault { get; init; }

    /// <summary>Top-level fields besides status that no client owns, since an update can't change them.</summary>
    public IReadOnlyList<string> ResetFields { get; init; } = [];

    /// <summary>Text of the <c>Warning</c> header that every use of the kind earns; null for none.</summary>
    public string? Deprecation { get; init; }

    /// <summary>A DELETE answers with the object that it deleted, not with a Status.</summary>
    public bool ReturnsDeleted { get; init; }

    /// <summary>Kind whose records are stored, for a kind that is another version of it; null when it is itself.</summary>
    public Kind? StoredAs { get; init; }

    /// <summary>Writes through this version are checked by its own rules, not by those of <see cref="StoredAs"/>.</summary>
    public bool HasOwnRules { get; init; }

    /// <summary>A new object's metadata is looked at only once all else is right.</summary>
    public bool ChecksMetadataLast { get; init; }

    /// <summary>How the name is checked: gives the reasons against a name, or none. The flag says that it is a generateName's prefix.</summary>
    public Func<string, bool, IReadOnlyList<string>> NameRule { get; init; } = NameRules.Subdomain;

    /// <summary><c>pods</c>, <c>deployments.apps</c>: the address of the kind's objects in the journal and the view.</summary>
    public string Resource => StoredAs?.Resource ?? ApiErrors.Qualified(Plural, Group);

    public string ApiVersion => Group.Length == 0 ? Version : Group + "/" + Version;

    public abstract TypeModel Model { get; }

    /// <summary>Columns of a Table, after which nothing is added.</summary>
    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>What is special about an object's row in a Table, so that clients may show it otherwise.</summary>
    public abstract IReadOnlyList<RowCondition> RowConditions(IApiObject value);

    /// <summary>Fields that a field selector may name besides metadata.name and metadata.namespace.</summary>
    public abstract IReadOnlyDictionary<string, Func<IApiObject, string>> SelectableFields { get; }

    /// <summary>The <c>/scale</c> subresource; null for none.</summary>
    public abstract ScaleMapping? Scale { get; }

    /// <exception cref="ApiDecodeException">A value has the wrong type.</exception>
    public abstract IApiObject Read(ReadOnlySpan<byte> utf8, DecodeReport? report = null);

    public abstract ReadOnlyMemory<byte> Write(IApiObject value);

    /// <summary>
    /// The object as it is stored. Kubernetes stores protobuf, which knows no empty lists: those that are always written come back as null.
    /// </summary>
    public abstract ReadOnlyMemory<byte> WriteStored(IApiObject value);

    /// <summary>Reads the object's protobuf message.</summary>
    /// <exception cref="ApiDecodeException">The message is malformed.</exception>
    public abstract IApiObject ReadProto(ReadOnlySpan<byte> message);

    public abstract void WriteProto(IApiObject value, ProtoWriter writer);

    /// <summary>Converts between this version and the stored one; the same object where there is only one.</summary>
    public abstract IApiObject ToStored(IApiObject value);

    public abstract IApiObject FromStored(IApiObject value);

    /// <summary>Fills in what the client left open.</summary>
    public abstract IApiObject Default(IApiObject value);

    /// <summary>Clears what a client may not set at creation.</summary>
    public abstract IApiObject PrepareForCreate(IApiObject value);

    /// <summary>Restores what an update may not touch.</summary>
    public abstract IApiObject PrepareForUpdate(IApiObject next, IApiObject previous);

    /// <summary>
    /// The previous object as an update's changes are counted from. Kubernetes stores some fields that it never shows; here they are not stored, but whoever wrote them owns them until an update
    /// leaves them out.
    /// </summary>
    public abstract IApiObject TrackedFrom(IApiObject next, IApiObject previous);

    /// <summary>The previous object with the next one's status.</summary>
    public abstract IApiObject PrepareForStatusUpdate(IApiObject next, IApiObject previous);

    /// <summary>Seconds of grace that a deletion gives the object when the request names none; null for a kind that is deleted at once.</summary>
    public abstract long? DefaultGrace(IApiObject value, long? requested);

    /// <summary>The object as it is marked for deletion.</summary>
    public abstract IApiObject PrepareForDelete(IApiObject value);

    /// <summary>True when nothing in the object's specification holds back its deletion.</summary>
    public abstract bool IsReleased(IApiObject value);

    public abstract void Validate(IApiObject value, FieldErrors errors);

    public abstract void ValidateUpdate(IApiObject next, IApiObject previous, FieldErrors errors);

    public abstract void ValidateStatusUpdate(IApiObject next, IApiObject previous, FieldErrors errors);

    /// <summary>Objects may have something to themselves.</summary>
    public abstract bool HasClaims { get; }

    /// <summary>Names of what the object, as it is stored, has to itself: no other one may have it at the same time. Without slashes.</summary>
    public abstract IReadOnlyList<string> Claims(IApiObject value);

    /// <summary>Texts of <c>Warning</c> headers that a written object earns.</summary>
    public abstract IReadOnlyList<string> Warnings(IApiObject value, IApiObject? previous);

    /// <summary>Texts of <c>Warning</c> headers for what a new object says before it is prepared.</summary>
    public abstract IReadOnlyList<string> RequestWarnings(IApiObject value);

    /// <summary>True when nothing but metadata and status differs.</summary>
    public abstract bool SameSpec(IApiObject a, IApiObject b);

    public override string ToString() => $"{ApiVersion} {Name}";
}
