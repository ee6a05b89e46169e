using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>Options of a delete request, sent as its body; the simple ones also work as query parameters.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions")]
public sealed partial record DeleteOptions
{
    /// <summary>The kind of these options, <c>DeleteOptions</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of these options, <c>v1</c> or that of the deleted kind; may be left out.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Seconds in which the object may end cleanly; <c>0</c> deletes at once. When absent, the object's own grace period counts.</summary>
    [Field(1)]
    public long? GracePeriodSeconds { get; init; }

    /// <summary>Identity and version that the object must still have, else the request fails with <c>409 Conflict</c>.</summary>
    [Field(2)]
    public Preconditions? Preconditions { get; init; }

    /// <summary>
    /// Deprecated in favour of <c>propagationPolicy</c>, with which it may not be combined. <c>true</c> keeps dependents, <c>false</c> deletes them.
    /// </summary>
    [Field(3)]
    public bool? OrphanDependents { get; init; }

    /// <summary>
    /// Fate of dependents: <c>Orphan</c> keeps them, <c>Background</c> deletes them afterwards, <c>Foreground</c> deletes them before the owner goes.
    /// Absent, the kind's default applies.
    /// </summary>
    [Field(4, KeepEmpty = true)]
    public string? PropagationPolicy { get; init; }

    /// <summary>Stages to simulate. The only value is <c>All</c>: the request runs through admission and validation, but nothing is stored.</summary>
    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<string>? DryRun { get; init; }

    /// <summary>
    /// Deletes an object that can no longer be decoded from the store, without finalizers or preconditions; may leave its workload behind. Default
    /// <c>false</c>.
    /// </summary>
    [Field(6)]
    public bool? IgnoreStoreReadErrorWithClusterBreakingPotential { get; init; }
}
