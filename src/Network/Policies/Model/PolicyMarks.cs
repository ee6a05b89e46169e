using ActorKube.Engine.Objects;
using ActorKube.Network.Policies.Rules;

namespace ActorKube.Network.Policies.Model;

/// <summary>What has to be looked at again.</summary>
internal sealed class PolicyMarks
{
    /// <summary>All of it.</summary>
    public bool Everything { get; set; }

    public HashSet<PolicyName> Policies { get; init; } = [];

    public HashSet<ObjectKey> Pods { get; init; } = [];

    public HashSet<string> Namespaces { get; init; } = [];

    public bool IsChange => Everything || Policies.Count + Pods.Count + Namespaces.Count > 0;
}
