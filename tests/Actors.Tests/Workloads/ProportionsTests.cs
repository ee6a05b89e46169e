using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.Deployments;

namespace ActorKube.Actors.Tests.Workloads;

public sealed class ProportionsTests
{
    /// <summary>Replicas and surge before and after; sizes in, largest first, and out.</summary>
    [Theory]
    [InlineData(10, 3, 15, new[] { 8, 5 }, new[] { 11, 7 })]
    [InlineData(10, 3, 5, new[] { 8, 5 }, new[] { 5, 3 })]
    [InlineData(10, 3, 0, new[] { 8, 5 }, new[] { 0, 0 })]
    [InlineData(8, 2, 4, new[] { 6, 4 }, new[] { 4, 2 })]
    [InlineData(10, 0, 30, new[] { 5, 3, 2 }, new[] { 15, 9, 6 })]
    public void Proportions_OfAScaling_AreKept(int before, int surge, int after, int[] sizes, int[] expected)
    {
        var sets = sizes.Select((size, i) => RevisionAnnotations.WithSizes(Make.ReplicaSet($"web-{i}", size), before, before + surge)).ToList();
        var toAdd = (after == 0 ? 0 : after + surge) - sizes.Sum();
        Assert.Equal(expected, Proportions.Of(Make.Deployment(after, surge: surge, unavailable: 1), sets, toAdd));
    }
}
