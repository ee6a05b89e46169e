namespace ActorKube.Network.Tests;

public sealed class PendingMarksTests
{
    private const int Limit = 60_000;
    private readonly Names _names = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task Take_AfterSeveralMarks_HasThemAllAtOnce()
    {
        _names.Add("a");
        _names.Add("b");

        Assert.Equal(["a", "b"], await _names.TakeAsync(Cancelled));
        Assert.False(_names.TakeAsync(Cancelled).IsCompleted);
    }

    [Fact(Timeout = Limit)]
    public async Task Take_ThatWaits_HasWhatIsMarkedNext()
    {
        _names.Add("a");
        await _names.TakeAsync(Cancelled);
        var next = _names.TakeAsync(Cancelled);

        _names.Add("b");

        Assert.Equal(["b"], await next);
    }

    [Fact(Timeout = Limit)]
    public void Look_AtNothing_IsNothingToDo()
    {
        Assert.Equal(0, _names.Count());

        Assert.False(_names.TakeAsync(Cancelled).IsCompleted);
    }

    private sealed class Names : PendingMarks<List<string>>
    {
        public void Add(string name) => Mark(names => names.Add(name));

        public int Count()
        {
            var count = -1;
            Look(names => count = names.Count);
            return count;
        }
    }
}
