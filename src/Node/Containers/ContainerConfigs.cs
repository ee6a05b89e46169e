using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.Simulated;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Variables;

namespace ActorKube.NodeAgent.Containers;

/// <summary>What a container's configuration is made from, besides its specification.</summary>
/// <param name="Image">Reference of an image that is on the host.</param>
/// <param name="RunOnce">Its pod must never run twice.</param>
internal sealed record ContainerInputs(
    int Attempt, string Image, IReadOnlyDictionary<string, string> Variables, IReadOnlyList<ContainerMount> Mounts, long NodeMemory, bool RunOnce = false);

/// <summary>From a container's specification to what the runtime makes. Pure.</summary>
internal static class ContainerConfigs
{
    public static ContainerConfig Of(Pod pod, Container container, ContainerInputs inputs) => new()
    {
        Name = container.Name,
        Attempt = inputs.Attempt,
        Image = inputs.Image,
        Command = [.. container.Command.OrEmpty().Select(word => VariableExpansion.Expand(word, inputs.Variables))],
        Args = [.. container.Args.OrEmpty().Select(word => VariableExpansion.Expand(word, inputs.Variables))],
        Environment = [.. inputs.Variables.Select(static v => new EnvironmentVariable(v.Key, v.Value))],
        WorkingDirectory = container.WorkingDir is { Length: > 0 } directory ? directory : null,
        Mounts = inputs.Mounts,
        Security = SecurityConfigs.Of(pod, container),
        Resources = ResourceConfigs.Of(pod, container, inputs.NodeMemory),
        Stdin = container.Stdin,
        StdinOnce = container.StdinOnce,
        Tty = container.Tty,
        SpecHash = PodSpecs.Hash(container),
        Labels = Labels(pod, inputs.RunOnce),
    };

    /// <summary>What is meant for the simulated runtime, and the label by which the guard, and the agent of the next process, know what to kill.</summary>
    private static Dictionary<string, string> Labels(Pod pod, bool runOnce)
    {
        var labels = SimulatedAnnotations.Of(pod.Metadata.Annotations);
        if (runOnce)
        {
            labels[RunOnce.Annotation] = "true";
        }

        return labels;
    }
}
