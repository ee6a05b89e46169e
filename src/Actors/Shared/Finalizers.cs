using ActorKube.Api.Meta;

namespace ActorKube.Actors.Shared;

/// <summary>What holds an object that is to go.</summary>
internal static class Finalizers
{
    /// <summary>The object without one of its finalizers.</summary>
    public static IApiObject Without(IApiObject value, string finalizer)
    {
        var rest = (value.Metadata.Finalizers ?? []).Where(f => f != finalizer).ToList();
        return value.With(value.Metadata with { Finalizers = rest.Count == 0 ? null : rest });
    }
}
