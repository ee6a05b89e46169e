using ActorKube.Engine.Objects;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Pods;

namespace ActorKube.NodeAgent;

/// <summary>What the agent's loop takes in.</summary>
internal abstract record AgentInput
{
    /// <summary>A pod of this node was created or changed.</summary>
    public sealed record PodSeen(StoredObject Stored) : AgentInput;

    public sealed record PodGone(StoredObject Stored) : AgentInput;

    public sealed record SourceChanged(ObjectKey Key) : AgentInput;

    public sealed record FromRuntime(RuntimeEvent Event) : AgentInput;

    public sealed record WorkerFinished(PodWorker Worker) : AgentInput;

    public sealed record OrphanRemoved(string Uid) : AgentInput;

    /// <summary>Time for the slow look at everything.</summary>
    public sealed record Resync : AgentInput;
}
