using ActorKube.Api.Batch;

namespace ActorKube.Api.Tests.Batch;

public sealed class JobIndexesTests
{
    [Theory]
    [InlineData("", 5, 0)]
    [InlineData("0", 5, 1)]
    [InlineData("0-2,4", 5, 4)]
    [InlineData("1,3-5,7", 8, 5)]
    public void TryCount_Set_IsCounted(string text, int completions, int count)
    {
        Assert.True(JobIndexes.TryCount(text, completions, out var actual, out var error), error);
        Assert.Equal(count, actual);
    }

    [Theory]
    [InlineData("5", "too large index: \"5\"")]
    [InlineData("1-5", "too large index: \"5\"")]
    [InlineData("x", "cannot convert string to integer for index: \"x\"")]
    [InlineData("1,", "cannot convert string to integer for index: \"\"")]
    [InlineData("1-2-3", "the fragment \"1-2-3\" violates the requirement that an index interval can have at most two parts separated by '-'")]
    [InlineData("2-2", "non-increasing order, previous: 2, current: 2")]
    [InlineData("1-3,3", "non-increasing order, previous: 3, current: 3")]
    [InlineData("3,1", "non-increasing order, previous: 3, current: 1")]
    public void TryCount_Mistake_IsNamed(string text, string error)
    {
        Assert.False(JobIndexes.TryCount(text, 5, out var count, out var actual));
        Assert.Equal((error, 0), (actual, count));
    }

    [Theory]
    [InlineData("0-3,7", "4-6", null)]
    [InlineData("0-3,7", "3-6", 3)]
    [InlineData("1,3,5", "0,2,5-8", 5)]
    [InlineData("x,3", "3", 3)]
    [InlineData("", "3", null)]
    public void Overlap_Sets_GivesAnIndexOfBoth(string left, string right, int? index) => Assert.Equal(index, JobIndexes.Overlap(left, right, 10));
}
