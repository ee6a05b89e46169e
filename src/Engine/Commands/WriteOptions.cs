using ActorKube.Api.Authentication;
using ActorKube.Api.Kinds;

namespace ActorKube.Engine.Commands;

/// <summary>Who writes, and how.</summary>
public sealed record WriteOptions
{
    public required UserInfo User { get; init; }

    /// <summary>Name under which the fields written are recorded in managedFields; null records nothing, as controllers do.</summary>
    public string? FieldManager { get; init; }

    /// <summary>
    /// The version of the kind that the client addresses, where it isn't the stored one: errors name it, owners of fields are recorded
    /// in it, and its own rules apply where it has any.
    /// </summary>
    public Kind? RequestedKind { get; init; }

    /// <summary>The object brings its managedFields with it: server-side apply has worked them out.</summary>
    public bool BringsManagedFields { get; init; }

    /// <summary>Everything is done but the append.</summary>
    public bool DryRun { get; init; }

    /// <summary>"" for the object itself, else <c>status</c>, <c>scale</c>, ...</summary>
    public string Subresource { get; init; } = "";

    /// <summary>What the journal keeps as the reason of the change, such as <c>kubectl PATCH by admin</c>.</summary>
    public required string Cause { get; init; }

    /// <summary>
    /// Nothing is refused, or found to be so already, on a view that lags behind what other hosts have acknowledged: clients come to one host with what another has told them. Actors look again
    /// by themselves when the view has moved on.
    /// </summary>
    public bool OnLatest { get; init; }

    /// <summary>The version of the stored kind that the client is shown.</summary>
    internal Kind Shown(Kind stored) => RequestedKind is { } kind && ReferenceEquals(kind.StoredAs ?? kind, stored) ? kind : stored;

    /// <summary>The kind whose rules a write has to follow.</summary>
    internal Kind Rules(Kind stored) => Shown(stored) is { HasOwnRules: true } own ? own : stored;
}
