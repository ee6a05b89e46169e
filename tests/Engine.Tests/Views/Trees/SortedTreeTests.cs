using ActorKube.Engine.Views.Trees;
using Tree = ActorKube.Engine.Views.Trees.SortedTree<
    int, ActorKube.Engine.Tests.Views.Trees.SortedTreeTests.Entry, ActorKube.Engine.Tests.Views.Trees.SortedTreeTests.Order>;

namespace ActorKube.Engine.Tests.Views.Trees;

/// <summary>The tree against a sorted dictionary, over histories that grow, shrink and change it.</summary>
public sealed class SortedTreeTests
{
    [Theory]
    [InlineData(1, 50, 0.9)]
    [InlineData(2, 100_000, 0.9)]
    [InlineData(3, 3_000, 0.5)]
    [InlineData(4, 300, 0.3)]
    [InlineData(5, 20_000, 0.6)]
    public void RandomHistory_EveryVersion_IsLikeTheModel(int seed, int keys, double setShare)
    {
        var random = new Random(seed);
        var builder = Tree.Empty.ToBuilder();
        var model = new SortedDictionary<int, Entry>();
        var versions = new List<(Tree Tree, Entry[] Expected)>();
        for (var batch = 0; batch < 40; batch++)
        {
            // In the second half more goes than comes.
            var share = batch < 20 ? setShare : 1 - setShare;
            for (var i = 0; i < 500; i++)
            {
                Change(builder, model, new Entry(random.Next(keys), $"{batch}.{i}"), set: random.NextDouble() < share);
            }

            versions.Add((builder.ToTree(), [.. model.Values]));
        }

        // Looked at after all the changes: each version is as it was.
        Assert.All(versions, version => Assert.Equal(version.Expected, version.Tree.From(int.MinValue)));
        Assert.All(versions, version => Assert.Equal(version.Expected.Length, version.Tree.Count));
        var (last, expected) = versions[^1];
        foreach (var start in Enumerable.Range(0, 200).Select(_ => random.Next(-5, keys + 5)))
        {
            Assert.Equal(expected.Where(e => e.Key >= start).Take(100), last.From(start).Take(100));
            Assert.Equal(model.TryGetValue(start, out var value), last.TryGet(start, out var found));
            Assert.Equal(value, found);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void InOrder_FilledAndEmptied_IsEmptyAgain(int direction)
    {
        var builder = Tree.Empty.ToBuilder();
        var keys = Enumerable.Range(0, 20_000).Select(i => i * direction).ToArray();
        foreach (var key in keys)
        {
            builder.Set(new Entry(key, ""));
        }

        Assert.Equal(keys.Order(), builder.ToTree().From(int.MinValue).Select(e => e.Key));
        foreach (var key in keys)
        {
            builder.Remove(key);
        }

        Assert.Equal(0, builder.ToTree().Count);
        Assert.Empty(builder.ToTree().From(int.MinValue));
    }

    [Fact]
    public void Empty_FindsNothing()
    {
        Assert.False(Tree.Empty.TryGet(1, out _));
        Assert.Empty(Tree.Empty.From(0));
        var builder = Tree.Empty.ToBuilder();
        builder.Remove(5);
        builder.Set(new Entry(1, "a"));
        Assert.Empty(Tree.Empty.From(0));
        Assert.Equal(1, builder.ToTree().Count);
    }

    private static void Change(SortedTreeBuilder<int, Entry, Order> builder, SortedDictionary<int, Entry> model, Entry entry, bool set)
    {
        if (set)
        {
            builder.Set(entry);
            model[entry.Key] = entry;
        }
        else
        {
            builder.Remove(entry.Key);
            model.Remove(entry.Key);
        }
    }

    internal sealed record Entry(int Key, string Text);

    internal readonly struct Order : ITreeOrder<int, Entry>
    {
        public static int KeyOf(Entry value) => value.Key;

        public static int Compare(in int left, in int right) => left.CompareTo(right);
    }
}
