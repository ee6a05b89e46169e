using ActorKube.Actors.Workloads.Jobs;

namespace ActorKube.Actors.Tests.Workloads.Jobs;

public sealed class IndexSetTests
{
    [Theory]
    [InlineData("", 9, "", 0)]
    [InlineData("0", 9, "0", 1)]
    [InlineData("0,1", 9, "0,1", 2)]
    [InlineData("0,1,2", 9, "0-2", 3)]
    [InlineData("1,3-5,7", 9, "1,3-5,7", 5)]
    [InlineData("1,3-5,7", 5, "1,3,4", 3)]
    [InlineData("7-20", 9, "7,8", 2)]
    [InlineData("x,3,4-y,5", 9, "3,5", 2)]
    public void IndexSet_Text_IsReadAndWritten(string text, int completions, string written, int count)
    {
        var set = IndexSet.Parse(text, completions);
        Assert.Equal((written, count), (set.ToString(), set.Count));
    }

    [Fact]
    public void IndexSet_Operations_AreThoseOfSets()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var (a, b) = (Draw(), Draw());
            var (left, right) = (IndexSet.Of(a), IndexSet.Of(b));
            var union = a.Union(b).Order().ToList();
            Assert.Equal(IndexSet.Of(union).ToString(), left.With(right).ToString());
            Assert.Equal(union.Count, left.With(b).Count);
            Assert.Equal(a.Intersect(b).Count(), left.CountIn(right));
            Assert.Equal(Enumerable.Range(0, 30).Except(a), left.Missing(30));
            Assert.All(Enumerable.Range(0, 32), i => Assert.Equal(a.Contains(i), left.Has(i)));
            Assert.Equal(left.ToString(), IndexSet.Parse(left.ToString(), 30).ToString());
        }

        HashSet<int> Draw() => [.. Enumerable.Range(0, random.Next(20)).Select(_ => random.Next(30))];
    }
}
