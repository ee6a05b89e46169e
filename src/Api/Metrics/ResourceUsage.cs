namespace ActorKube.Api.Metrics;

/// <summary>What something uses.</summary>
/// <param name="CpuNanocores">Average over a time; 1,000,000,000 is one core.</param>
/// <param name="MemoryBytes">Memory that can't be taken back without cost (working set), at the end of that time.</param>
public readonly record struct ResourceUsage(long CpuNanocores, long MemoryBytes)
{
    public static ResourceUsage operator +(ResourceUsage left, ResourceUsage right) =>
        new(left.CpuNanocores + right.CpuNanocores, left.MemoryBytes + right.MemoryBytes);
}
