using System.Text.Json;
using ActorKube.Engine.Actors.Regions;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>
/// A node's decision to take a pod, in the node's own turn: bindings to one node come one after the other, each seeing all before it. True when the pod is bound.
/// </summary>
internal sealed class AdmitPod(BindPod binding, NodeArbiter arbiter) : IRemoteCommand<bool>
{
    public const string CommandName = "admit-pod";

    public string Name => CommandName;

    public ReadOnlyMemory<byte> Write() => JsonSerializer.SerializeToUtf8Bytes(
        new AdmissionQuestion(binding.Stored.Key.Namespace, binding.Stored.Key.Name, binding.Pod.Uid, binding.Stored.Revision), AdmissionJson.Default.AdmissionQuestion);

    public bool ReadAnswer(ReadOnlySpan<byte> answer) => JsonSerializer.Deserialize(answer, AdmissionJson.Default.Boolean);

    public ValueTask<bool> ExecuteAsync(ActorTurn turn, CancellationToken cancellationToken) => arbiter.DecideAsync(binding, turn, cancellationToken);
}
