using System.Security.Cryptography;
using System.Text;
using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>Questions about a pod's specification that several parts of the agent ask.</summary>
internal static class PodSpecs
{
    /// <summary>Seconds that a pod gets to end when its specification doesn't say.</summary>
    public const long DefaultGraceSeconds = 30;

    public static IEnumerable<Container> Regular(Pod pod) => pod.Spec.Containers.OrEmpty();

    public static IEnumerable<Container> Init(Pod pod) => pod.Spec.InitContainers.OrEmpty();

    public static Container? Find(Pod pod, string name) => PodContainers.All(pod.Spec).FirstOrDefault(c => c.Name == name);

    public static bool IsInit(Pod pod, string name) => Init(pod).Any(c => c.Name == name);

    public static bool IsEphemeral(Pod pod, string name) => pod.Spec.EphemeralContainers.OrEmpty().Any(c => c.Name == name);

    /// <summary>Whether a container that exited with a code is started again.</summary>
    public static bool Restarts(Pod pod, Container container, int exitCode) => PodContainers.IsSidecar(container) || pod.Spec.RestartPolicy switch
    {
        _ when IsEphemeral(pod, container.Name) => false,
        RestartPolicies.Never => false,
        RestartPolicies.OnFailure => exitCode != 0,
        _ => !IsInit(pod, container.Name) || exitCode != 0,
    };

    /// <summary>Seconds to end the pod's containers: what its deletion gives, else what its specification says.</summary>
    public static long GraceSeconds(Pod pod) =>
        pod.Metadata.DeletionGracePeriodSeconds ?? pod.Spec.TerminationGracePeriodSeconds ?? DefaultGraceSeconds;

    /// <summary>A container whose instance has another hash is stale. As in Kubernetes only the image counts: nothing else of a container can change.</summary>
    public static string Hash(Container container) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(container.Name + "\n" + container.Image)).AsSpan(0, 8));

    /// <summary>As the kubelet's messages name a pod.</summary>
    public static string Text(Pod pod) => $"{pod.Metadata.Name}_{pod.Metadata.Namespace}({pod.Metadata.Uid})";
}
