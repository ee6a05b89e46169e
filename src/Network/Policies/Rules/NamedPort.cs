using ActorKube.Network.Addressing;

namespace ActorKube.Network.Policies.Rules;

/// <summary>A port by the name that containers give it; each pod may have another number for it.</summary>
internal readonly record struct NamedPort(Transport Transport, string Name)
{
    public override string ToString() => $"{Transport.Text()}-{Name}";
}
