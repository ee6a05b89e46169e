namespace ActorKube.Actors.Scheduling.Neighbours;

/// <summary>Pods that are meant in a domain.</summary>
/// <param name="There">Those on its nodes, and those that are being bound to them.</param>
/// <param name="Bound">Of these the ones that surely are there.</param>
internal readonly record struct DomainCount(int There, int Bound)
{
    public static DomainCount operator +(DomainCount a, DomainCount b) => new(a.There + b.There, a.Bound + b.Bound);

    public static DomainCount operator -(DomainCount a, DomainCount b) => new(a.There - b.There, a.Bound - b.Bound);
}
