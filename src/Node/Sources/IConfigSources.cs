using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Sources;

/// <summary>The objects that pods take configuration and storage from, as of now.</summary>
internal interface IConfigSources
{
    ConfigMap? ConfigMap(string @namespace, string name);

    Secret? Secret(string @namespace, string name);

    /// <summary>All of a namespace, by name.</summary>
    IEnumerable<Service> Services(string @namespace);

    PersistentVolumeClaim? Claim(string @namespace, string name);

    PersistentVolume? Volume(string name);
}
