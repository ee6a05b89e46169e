using ActorKube.Actors.Catalog;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Tests.Support;

namespace ActorKube.Actors.Tests.Catalog;

public sealed class ViewIndexesTests
{
    [Theory(Timeout = 60_000)]
    [InlineData("n1")]
    [InlineData("")]
    [InlineData("what \"no\\\\node\" has")]
    public async Task Pod_IsFoundByTheNameThatItIsBoundTo(string node)
    {
        await using var cluster = await Cluster.WithAsync(Make.Pod("p", node: node.Length == 0 ? null : node), Make.Pod("q", node: "elsewhere"));
        Assert.Equal(["p"], cluster.View.Snapshot().Lookup(Resources.Pods, ViewIndexes.PodsByNode, node).Select(static p => p.Key.Name));
    }
}
