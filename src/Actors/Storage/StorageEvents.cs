using ActorKube.Actors.Actions;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Storage;

/// <summary>Events about volumes and claims.</summary>
internal static class StorageEvents
{
    private const string Source = "persistentvolume-controller";

    public static EmitEvent Tell(IApiObject about, string reason, string message) => EmitEvent.Normal(about, Source, reason, message);

    public static EmitEvent Warn(IApiObject about, string reason, string message) => EmitEvent.Warning(about, Source, reason, message);
}
