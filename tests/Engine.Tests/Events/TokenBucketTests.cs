using ActorKube.Engine.Events;

namespace ActorKube.Engine.Tests.Events;

public sealed class TokenBucketTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    [Fact]
    public void TrySpend_BeyondTheBurst_OneWithEachTick()
    {
        var bucket = new TokenBucket(2, Tick);

        Assert.Equal([true, true, false], Spend(bucket, Start, 3));
        Assert.Equal(Tick, bucket.UntilNext(Start));
        Assert.Equal([true, false], Spend(bucket, Start + Tick, 2));
        Assert.Equal([true, true, false], Spend(bucket, Start + (100 * Tick), 3));
    }

    [Fact]
    public void Charge_MoreThanThereIs_IsMadeUpForFirst()
    {
        var bucket = new TokenBucket(2, Tick);
        Assert.True(bucket.TrySpend(Start));

        bucket.Charge(4);

        Assert.False(bucket.TrySpend(Start));
        Assert.Equal(4 * Tick, bucket.UntilNext(Start));
        Assert.False(bucket.TrySpend(Start + (3 * Tick)));
        Assert.Equal([true, false], Spend(bucket, Start + (4 * Tick), 2));
    }

    private static List<bool> Spend(TokenBucket bucket, DateTimeOffset at, int times) => [.. Enumerable.Range(0, times).Select(_ => bucket.TrySpend(at))];
}
