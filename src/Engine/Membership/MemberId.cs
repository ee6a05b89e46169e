namespace ActorKube.Engine.Membership;

/// <summary>A host in one of its lives: its name and how often it has started. A restart is a new member.</summary>
/// <param name="Name">Unique in the cluster; the name of its Node.</param>
/// <param name="Incarnation">1 for the first life, one more for each that follows.</param>
public readonly record struct MemberId(string Name, long Incarnation)
{
    public override string ToString() => $"{Name}/{Incarnation}";
}
