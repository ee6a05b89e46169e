using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>Identity, labels, ownership and life cycle of an object.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta")]
public sealed partial record ObjectMeta
{
    /// <summary>Name, unique per kind and namespace; for most kinds of lower-case letters, digits, dashes and dots. Immutable.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Prefix of a name that the server completes with five random characters; used only when <c>name</c> is empty.</summary>
    [Field(2)]
    public string? GenerateName { get; init; }

    /// <summary>Namespace that the object lives in, normally taken from the request's path. Empty for cluster-wide kinds; immutable.</summary>
    [Field(3)]
    public string? Namespace { get; init; }

    /// <summary>Retired since v1.20: ignored in requests and never filled.</summary>
    [Field(4)]
    public string? SelfLink { get; init; }

    /// <summary>Identifier that the server gives at creation and never reuses: it tells an object from a later one of the same name.</summary>
    [Field(5)]
    public string? Uid { get; init; }

    /// <summary>
    /// Opaque version, new after each write. An update that carries an old one fails with <c>409 Conflict</c>; compare for equality only.
    /// </summary>
    [Field(6, WriteEmpty = true)]
    public string? ResourceVersion { get; init; }

    /// <summary>Number of the desired state, counted up from 1 with each change of it. Status writes leave it alone.</summary>
    [Field(7)]
    public long Generation { get; init; }

    /// <summary>Time at which the server stored the object; set by the server.</summary>
    [Field(8, Always = true)]
    public DateTimeOffset? CreationTimestamp { get; init; }

    /// <summary>
    /// Set by the server when deletion is requested: the time after which the object may go. It can be moved earlier, but never unset.
    /// </summary>
    [Field(9)]
    public DateTimeOffset? DeletionTimestamp { get; init; }

    /// <summary>Seconds the object has to end cleanly; present during deletion only and can only be shortened.</summary>
    [Field(10)]
    public long? DeletionGracePeriodSeconds { get; init; }

    /// <summary>Keys and values for selectors and grouping, such as <c>app: web</c>. Values have at most 63 characters.</summary>
    [Field(11)]
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Keys and free-form values for tools and controllers, 256 KiB in all; selectors can't use them.</summary>
    [Field(12)]
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    /// <summary>Objects that this one depends on; the garbage collector deletes it once none of them exists. At most one is the controller.</summary>
    [Field(13, List = ListType.Map, Keys = ["uid"], MergeKey = "uid", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<OwnerReference>? OwnerReferences { get; init; }

    /// <summary>
    /// Clean-up tasks that must end before the object disappears; whoever finishes one removes its name. None can be added during deletion.
    /// </summary>
    [Field(14, List = ListType.Set, Patch = PatchStrategy.Merge)]
    public IReadOnlyList<string>? Finalizers { get; init; }

    /// <summary>Which manager set which fields, kept by the server for server-side apply. Clients rarely need to touch it.</summary>
    [Field(17, List = ListType.Atomic)]
    public IReadOnlyList<ManagedFieldsEntry>? ManagedFields { get; init; }
}
