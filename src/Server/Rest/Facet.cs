using ActorKube.Api.Apply;
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

    /// <summary>Translates between the owners of the object's fields and those of what is shown; null where they are the same.</summary>
    public ScaleFields? Owners { get; init; }

    /// <summary>Resource and group by which a GET names what isn't there; null for the object's own.</summary>
    public (string Resource, string Group)? ReadName { get; init; }

    /// <summary>Only for <see cref="UpdateScope.Custom"/>: (next, previous, errors).</summary>
    public Action<IApiObject, IApiObject, FieldErrors>? Validate { get; init; }
}
