using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.NodeAgent.Tests.Agent.Support;

/// <summary>Pods that tests are about.</summary>
internal static class PodBuilder
{
    public const string NodeName = "node-1";

    public static Pod Pod(string name, params Container[] containers) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default" },
        Spec = new PodSpec { NodeName = NodeName, Containers = containers.Length > 0 ? containers : [Container("app")] },
    };

    public static Container Container(string name, string image = "example/app:1") => new() { Name = name, Image = image };

    public static Container Sidecar(string name) => Container(name) with { RestartPolicy = RestartPolicies.Always };

    public static Pod Init(this Pod pod, params Container[] containers) => pod with { Spec = pod.Spec with { InitContainers = containers } };

    public static Pod Policy(this Pod pod, string policy) => pod with { Spec = pod.Spec with { RestartPolicy = policy } };

    public static Pod Uid(this Pod pod, string uid) => pod with { Metadata = pod.Metadata with { Uid = uid } };
}
