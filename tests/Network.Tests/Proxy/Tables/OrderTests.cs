using System.Collections.Immutable;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Tests.Proxy.Tables;

/// <summary>Places of backends: digits are backends, dots free slots.</summary>
public sealed class OrderTests
{
    private const int Limit = 60_000;

    [Theory(Timeout = Limit)]
    [InlineData("", "132", "123")]
    [InlineData("123", "321", "123")]
    [InlineData("123", "1234", "1234")]
    [InlineData("123", "13", "13")]
    [InlineData("1234", "234", "423")]
    [InlineData("1234", "24", "42")]
    [InlineData("1234", "2345", "5234")]
    [InlineData("1234", "", "")]
    [InlineData("12", "3456", "3456")]
    public Task BackendOrder_Next_MovesAsFewAsCanBe(string previous, string next, string expected)
    {
        Assert.Equal(expected, Text(BackendOrder.Next(Parse(previous), Parse(next).ToHashSet())));
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task BackendOrder_RandomChanges_HaveExactlyTheNextOnesAndMoveNoMoreThanGo()
    {
        var random = new Random(1);
        var order = ImmutableArray<Backend>.Empty;
        for (var i = 0; i < 2000; i++)
        {
            var next = Enumerable.Range(0, 12).Where(_ => random.Next(2) == 0).Select(static n => new Backend((uint)n, 1)).ToHashSet();
            var result = BackendOrder.Next(order, next);
            Assert.Equal(next.OrderBy(static b => b.Address), result.OrderBy(static b => b.Address));
            var moved = result.Where((b, at) => order.Contains(b) && order.IndexOf(b) != at).Count();
            Assert.True(moved <= order.Count(b => !next.Contains(b)), $"{Text(order)} -> {Text(result)}");
            order = result;
        }

        return Task.CompletedTask;
    }

    [Theory(Timeout = Limit)]
    [InlineData("123", "13", "1.3")]
    [InlineData("123", "12", "12")]
    [InlineData("123", "134", "143")]
    [InlineData("123", "3", "..3")]
    [InlineData("123", "", "")]
    public Task StickySlots_Next_KeepsPlaces(string previous, string next, string expected)
    {
        var slots = StickySlots.None.Next(Parse(previous)).Next(Parse(next));

        Assert.Equal(expected, string.Concat(Enumerable.Range(0, slots.Count).Select(s => slots[s] is { } taken ? Text([taken]) : ".")));
        return Task.CompletedTask;
    }

    private static ImmutableArray<Backend> Parse(string text) => [.. text.Select(static c => new Backend((uint)(c - '0'), 1))];

    private static string Text(IEnumerable<Backend> backends) => string.Concat(backends.Select(static b => b.Address));
}
