using ActorKube.Engine.Objects;

namespace ActorKube.Network.Policies.Rules;

internal readonly record struct PolicyName(string Namespace, string Name) : IComparable<PolicyName>
{
    public ObjectKey Key => new(NetworkIndexes.NetworkPolicies, Namespace, Name);

    public int CompareTo(PolicyName other)
    {
        var order = string.CompareOrdinal(Namespace, other.Namespace);
        return order != 0 ? order : string.CompareOrdinal(Name, other.Name);
    }

    public override string ToString() => $"{Namespace}/{Name}";
}
