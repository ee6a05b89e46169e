using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Commands;

/// <summary>Which part of an object an update is about.</summary>
public enum UpdateScope
{
    /// <summary>All but the status of kinds that have the status subresource.</summary>
    Main,

    /// <summary>The status alone.</summary>
    Status,

    /// <summary>What the change itself decides: it is stored as it is, after the given validation.</summary>
    Custom,
}

/// <summary>A change of one object, tried again on the newest state until it lands.</summary>
/// <param name="Kind">The stored kind.</param>
/// <param name="Change">
/// The next state, given the one that is stored. Runs once a try. A resourceVersion in its result must be the current one.
/// Returning the same instance means that there is nothing to do.
/// </param>
public sealed record ObjectUpdate(Kind Kind, ObjectKey Key, Func<IApiObject, IApiObject> Change)
{
    public UpdateScope Scope { get; init; }

    /// <summary>(next, previous, errors); only for <see cref="UpdateScope.Custom"/>.</summary>
    public Action<IApiObject, IApiObject, FieldErrors>? Validate { get; init; }

    /// <summary>Makes the object when it isn't there; null answers NotFound.</summary>
    public Func<IApiObject>? CreateInstead { get; init; }
}
