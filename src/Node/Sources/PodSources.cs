using ActorKube.Api.Core;
using ActorKube.Engine.Objects;

namespace ActorKube.NodeAgent.Sources;

/// <summary>Which ConfigMaps and Secrets a pod depends on: their changes concern its worker.</summary>
internal static class PodSources
{
    public static IReadOnlySet<ObjectKey> Of(Pod pod)
    {
        var keys = new HashSet<ObjectKey>();
        var @namespace = pod.Metadata.Namespace ?? "";
        foreach (var volume in pod.Spec.Volumes.OrEmpty())
        {
            Map(volume.ConfigMap?.Name);
            Secret(volume.Secret?.SecretName);
            foreach (var source in (volume.Projected?.Sources).OrEmpty())
            {
                Map(source.ConfigMap?.Name);
                Secret(source.Secret?.Name);
            }
        }

        foreach (var container in PodContainers.All(pod.Spec))
        {
            foreach (var source in container.EnvFrom.OrEmpty())
            {
                Map(source.ConfigMapRef?.Name);
                Secret(source.SecretRef?.Name);
            }

            foreach (var variable in container.Env.OrEmpty())
            {
                Map(variable.ValueFrom?.ConfigMapKeyRef?.Name);
                Secret(variable.ValueFrom?.SecretKeyRef?.Name);
            }
        }

        return keys;

        void Map(string? name) => Add(ViewConfigSources.ConfigMaps, name);

        void Secret(string? name) => Add(ViewConfigSources.Secrets, name);

        void Add(string resource, string? name)
        {
            if (!string.IsNullOrEmpty(name))
            {
                keys.Add(new ObjectKey(resource, @namespace, name));
            }
        }
    }
}
