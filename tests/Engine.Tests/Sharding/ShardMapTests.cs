using ActorKube.Engine.Membership;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Sharding;

namespace ActorKube.Engine.Tests.Sharding;

public sealed class ShardMapTests
{
    private static readonly ObjectKey[] Keys = [.. Enumerable.Range(0, 10_000).Select(static i => new ObjectKey("pods", $"ns{i % 7}", $"p{i}"))];

    [Fact]
    public void Owner_IsAPureFunctionOfTheNames()
    {
        // Part of the protocol between hosts of different versions: these owners must never change.
        var map = new ShardMap(View("a", "b", "c"));
        Assert.Equal(["a", "a", "b", "b", "a"], Keys.Take(5).Select(k => map.OwnerOf(k)!.Name));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void Objects_AreSpreadEvenly(int hosts)
    {
        var map = new ShardMap(View([.. Enumerable.Range(0, hosts).Select(static i => $"host-{i}")]));
        var counts = Keys.GroupBy(k => map.OwnerOf(k)!.Name).Select(static g => g.Count()).ToList();
        Assert.Equal(hosts, counts.Count);
        Assert.All(counts, c => Assert.InRange(c, 0.9 * Keys.Length / hosts, 1.1 * Keys.Length / hosts));
    }

    [Fact]
    public void Objects_OfAHostThatGoes_MoveToAllOthers_AndNoOthersMove()
    {
        var before = new ShardMap(View("a", "b", "c", "d"));
        var after = new ShardMap(View("a", "b", "d"));
        var moved = Keys.Where(k => before.OwnerOf(k)!.Name != after.OwnerOf(k)!.Name).ToList();
        Assert.All(moved, k => Assert.Equal("c", before.OwnerOf(k)!.Name));
        Assert.Equal(["a", "b", "d"], moved.Select(k => after.OwnerOf(k)!.Name).Distinct().Order());
    }

    [Fact]
    public void Members_ThatAreNotActive_OwnNothing()
    {
        var view = View("a", "b");
        var map = new ShardMap(view.With(view.Find("a")! with { Status = MemberStatus.Stopped }));
        Assert.All(Keys, k => Assert.Equal("b", map.OwnerOf(k)!.Name));
    }

    private static MembershipView View(params string[] names) => names.Aggregate(
        MembershipView.Empty, static (view, name) => view.With(new Member { Id = new MemberId(name, 1), Status = MemberStatus.Active, Address = name }));
}
