using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Rest;

/// <summary>
/// What of an object a path shows and lets change: the object itself, its status, its scale... GET, PUT and PATCH are written once
/// and work on all of them.
/// </summary>
/// <param name="Kind">Kind of the bodies.</param>
public sealed record Facet(Kind Kind, UpdateScope Scope)
{
    /// <summary>From the object, in the version of <see cref="Kind"/>'s parent, to what is shown.</summary>
    public Func<IApiObject, IApiObject> Show { get; init; } = static value => value;

    /// <summary>(object, what was shown as the client changed it) to the next object.</summary>
    public Func<IApiObject, IApiObject, IApiObject> Merge { get; init; } = static (_, shown) => shown;

    /// <summary>Only for <see cref="UpdateScope.Custom"/>: (next, previous, errors).</summary>
    public Action<IApiObject, IApiObject, FieldErrors>? Validate { get; init; }
}
