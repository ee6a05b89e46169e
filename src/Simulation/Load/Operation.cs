using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Engine.Commands;
using ActorKube.Simulation.Checks;

namespace ActorKube.Simulation.Load;

/// <summary>Something that a client asks a host for.</summary>
/// <param name="What">In words.</param>
/// <param name="Do">Carries it out, with options whose cause is the operation's name. Returns the revision that the client is told.</param>
/// <param name="MayBeNothing">What it wants may be so already.</param>
internal sealed record Operation(string What, Func<ObjectCommands, WriteOptions, Task<long>> Do, bool MayBeNothing = false)
{
    public const string Prefix = "op-";
    public const string Namespace = "default";

    private const string Request = "300m";
    private static readonly Dictionary<string, string> App = new() { ["app"] = "web" };

    /// <summary>Adds a word to a register, and makes it if need be.</summary>
    public static Operation AddWord(string register) => new($"adds a word to {register}", async (commands, options) => (await commands.UpdateAsync(
        new ObjectUpdate(commands.Kinds.Stored("configmaps"), new("configmaps", Namespace, register), value => Add((ConfigMap)value, options.Cause))
        {
            CreateInstead = () => Add(new ConfigMap { Metadata = Meta(register) }, options.Cause),
        },
        options)).Stored!.Revision);

    public static Operation Delete(string resource, string name) => new($"deletes {resource} {name}", async (commands, options) => (await commands.DeleteAsync(
        commands.Kinds.Stored(resource), new(resource, Namespace, name), new DeleteOptions { PropagationPolicy = PropagationPolicies.Background }, options)).Stored!.Revision, MayBeNothing: true);

    /// <summary>Gives a replica set a size, and makes it if need be.</summary>
    public static Operation Scale(string name, int replicas) => new($"scales {name} to {replicas}", async (commands, options) => (await commands.UpdateAsync(
        new ObjectUpdate(commands.Kinds.Stored("replicasets.apps"), new("replicasets.apps", Namespace, name), value => (ReplicaSet)value is var set && set.Spec.Replicas == replicas
            ? value
            : set with { Spec = set.Spec with { Replicas = replicas } })
        {
            CreateInstead = () => Set(name, replicas),
        },
        options)).Stored!.Revision, MayBeNothing: true);

    /// <summary>Makes a pod that must not run twice. Its name is its identity, as with those of a StatefulSet.</summary>
    public static Operation RunOnce(string name) => new($"creates {name}", async (commands, options) => (await commands.CreateAsync(
        commands.Kinds.Stored("pods"),
        new Pod { Metadata = Meta(name) with { Annotations = new Dictionary<string, string> { [Api.Core.RunOnce.Annotation] = "true" } }, Spec = Spec },
        options)).Stored!.Revision);

    /// <summary>Makes a pod that says something about its neighbours.</summary>
    public static Operation Neighbour(string name) => new($"creates {name}", async (commands, options) =>
        (await commands.CreateAsync(commands.Kinds.Stored("pods"), Neighbours.Make(Meta(name)), options)).Stored!.Revision);

    private static PodSpec Spec => new()
    {
        Containers =
        [
            new Container { Name = "c", Image = "image", Resources = new ResourceRequirements { Requests = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse(Request) } } },
        ],
    };

    private static ObjectMeta Meta(string name) => new() { Name = name, Namespace = Namespace };

    private static ConfigMap Add(ConfigMap register, string word) =>
        register with { Data = new Dictionary<string, string> { [RegisterCheck.Entry] = $"{register.Data?.GetValueOrDefault(RegisterCheck.Entry)} {word}".Trim() } };

    private static ReplicaSet Set(string name, int replicas)
    {
        var labels = new Dictionary<string, string>(App) { ["set"] = name };
        return new ReplicaSet
        {
            Metadata = Meta(name),
            Spec = new ReplicaSetSpec
            {
                Replicas = replicas,
                Selector = new LabelSelector { MatchLabels = labels },
                Template = new PodTemplateSpec { Metadata = new ObjectMeta { Labels = labels }, Spec = Spec },
            },
        };
    }
}
