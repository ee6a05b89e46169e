using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.NodeAgent.Sources;

/// <summary>ConfigMaps, Secrets, claims and volumes from the host's view.</summary>
internal sealed class ViewConfigSources(ObjectView view) : IConfigSources
{
    public const string ConfigMaps = "configmaps";
    public const string Secrets = "secrets";
    public const string Claims = "persistentvolumeclaims";

    public ConfigMap? ConfigMap(string @namespace, string name) => view.Snapshot().Get(new ObjectKey(ConfigMaps, @namespace, name))?.Read<ConfigMap>();

    public Secret? Secret(string @namespace, string name) => view.Snapshot().Get(new ObjectKey(Secrets, @namespace, name))?.Read<Secret>();

    public IEnumerable<Service> Services(string @namespace) => view.Snapshot().List("services", @namespace).Select(static s => s.Read<Service>());

    public PersistentVolumeClaim? Claim(string @namespace, string name) => view.Snapshot().Get(new ObjectKey(Claims, @namespace, name))?.Read<PersistentVolumeClaim>();

    public PersistentVolume? Volume(string name) => view.Snapshot().Get(new ObjectKey("persistentvolumes", "", name))?.Read<PersistentVolume>();
}
