using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Simulation.Checks;

namespace ActorKube.Simulation.Hosts;

/// <summary>What a simulated agent writes: its node, and the status and the end of its pods.</summary>
internal sealed class AgentReports(string node, ObjectCommands commands)
{
    private readonly WriteOptions _options = new() { User = new UserInfo { Username = "system:node:" + node }, Cause = "agent " + node };

    private ObjectKey NodeKey => new("nodes", "", node);

    /// <summary>The node is there, and ready.</summary>
    public async Task RegisterAsync()
    {
        var known = commands.View.Snapshot().Get(NodeKey);
        if (known is null)
        {
            await commands.CreateAsync(commands.Kinds.Stored("nodes"), new Node { Metadata = new ObjectMeta { Name = node, Labels = Zones.Labels(node) }, Status = Status }, _options);
        }
        else if (known.Read<Node>().Status.Conditions?.Any(static c => c is { Type: "Ready", Status: ConditionStatus.True }) != true)
        {
            await WriteStatusAsync(NodeKey, value => (Node)value with { Status = Status });
        }
    }

    public async Task RunsAsync(StoredObject stored)
    {
        if (PodConditions.IsTrue(stored.Read<Pod>().Status, PodConditions.Ready))
        {
            return;
        }

        await WriteStatusAsync(stored.Key, value => value is Pod pod && pod.Metadata.Uid == stored.Header.Uid && !PodPhases.IsTerminal(pod.Status.Phase)
            ? pod with { Status = PodConditions.With(pod.Status with { Phase = PodPhases.Running }, PodConditions.Ready, ConditionStatus.True, commands.Time.GetUtcNow()) }
            : value);
    }

    /// <summary>The node has too little for the pod.</summary>
    public Task RejectedAsync(StoredObject stored, string lacking) => WriteStatusAsync(stored.Key, value => value is Pod pod && pod.Metadata.Uid == stored.Header.Uid
        ? pod with { Status = pod.Status with { Phase = PodPhases.Failed, Reason = "OutOf" + lacking, Message = $"Node didn't have enough resource: {lacking}" } }
        : value);

    public async Task EndedAsync(StoredObject stored)
    {
        var now = new DeleteOptions { GracePeriodSeconds = 0, Preconditions = new Preconditions { Uid = stored.Header.Uid } };
        try
        {
            await commands.DeleteAsync(commands.Kinds.Stored("pods"), stored.Key, now, _options);
        }
        catch (ApiException e) when (e.Code is 404 or 409)
        {
            // Somebody else has deleted it.
        }
    }

    private static NodeStatus Status => new()
    {
        Capacity = Capacity,
        Allocatable = Capacity,
        Conditions = [.. NodeConditionTypes.Select(static t => new NodeCondition { Type = t, Status = t == "Ready" ? ConditionStatus.True : ConditionStatus.False, Reason = "Simulated" })],
    };

    private static string[] NodeConditionTypes => ["Ready", "MemoryPressure", "DiskPressure", "PIDPressure"];

    /// <summary>What the node has for pods.</summary>
    public static IReadOnlyDictionary<string, Quantity> Capacity { get; } = new Dictionary<string, Quantity>
    {
        ["cpu"] = Quantity.Parse(CapacityCheck.MilliCpu + "m"),
        ["memory"] = Quantity.Parse("16Gi"),
        ["pods"] = new Quantity(CapacityCheck.Places),
    };

    private async Task WriteStatusAsync(ObjectKey key, Func<IApiObject, IApiObject> change)
    {
        var update = new ObjectUpdate(commands.Kinds.Stored(key.Resource), key, change) { Scope = UpdateScope.Status };
        await commands.UpdateAsync(update, _options with { Subresource = "status" });
    }
}
