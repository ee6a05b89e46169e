using ActorKube.Api.Core;
using ActorKube.Engine.Events;

namespace ActorKube.Engine.Tests.Events;

/// <summary>What is made of the Events of one object and source. The figures are those of Kubernetes' EventCorrelator.</summary>
public sealed class EventHistoryTests
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly EventHistory _history = new();

    [Fact]
    public void Repetition_IsCountedOnTheFirst()
    {
        var first = Add("a");
        Assert.Same(first, Add("a", minutes: 9));
        Assert.Equal((2, "a"), (first!.Count, first.ToEvent().Message));
        Assert.Equal(Start, first.ToEvent().FirstTimestamp);
    }

    [Fact]
    public void Repetition_AfterTenMinutes_IsANewEvent()
    {
        var first = Add("a");
        var second = Add("a", minutes: 10);
        Assert.NotEqual(Name(first), Name(second));
        Assert.Equal(1, second!.Count);
    }

    [Fact]
    public void Fields_OfOneObject_AreToldApart() => Assert.NotSame(Add("a", field: "spec.containers{x}"), Add("a", field: "spec.containers{y}"));

    [Fact]
    public void SimilarOnes_FromTheTenth_AreCombined()
    {
        var apart = Enumerable.Range(1, 9).Select(i => Name(Add($"pod {i}"))).ToList();
        var combined = Add("pod 10");
        Assert.Equal(9, apart.Distinct().Count());
        Assert.Same(combined, Add("pod 11"));
        Assert.Equal((2, "(combined from similar events): pod 11"), (combined!.Count, combined.ToEvent().Message));

        // Those from before go on by themselves, and other reasons have nothing to do with it.
        Assert.Equal(apart[0], Name(Add("pod 1")));
        Assert.Equal("other", Add("other", reason: "Other")!.ToEvent().Message);
    }

    [Fact]
    public void TooMany_AreCountedAndToldWithTheNext()
    {
        Assert.Equal(25, Enumerable.Range(0, 100).Count(_ => Add("a") is not null));
        Assert.Null(Add("b", minutes: 4));
        Assert.Equal(101, Add("a", minutes: 6)!.Count);
        Assert.Null(Add("a", minutes: 6));
    }

    private static string? Name(CountedEvent? counted) => counted?.ToEvent().Metadata.Name;

    private static Occurrence Said(string message, int minutes = 0, string reason = "Reason", string? field = null) =>
        new(new ObjectReference { Kind = "Pod", Namespace = "ns", Name = "p", Uid = "u", FieldPath = field }, "Normal", reason, message, "test", null, Start + TimeSpan.FromMinutes(minutes));

    private CountedEvent? Add(string message, int minutes = 0, string reason = "Reason", string? field = null) => _history.Add(Said(message, minutes, reason, field));
}
