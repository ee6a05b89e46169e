using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.StatefulSets;

namespace ActorKube.Actors.Tests.Workloads;

public sealed class OrdinalsTests
{
    [Theory]
    [InlineData("web-0", 0)]
    [InlineData("web-17", 17)]
    [InlineData("web-07", null)]
    [InlineData("web-", null)]
    [InlineData("web", null)]
    [InlineData("web-x", null)]
    [InlineData("web-+1", null)]
    [InlineData("my-web-1", null)]
    [InlineData("web-99999999999", null)]
    public void Ordinal_PodName_IsItsOwnOnly(string name, int? expected) => Assert.Equal(expected, Ordinals.Of(Sets.Stateful(1), name));
}
