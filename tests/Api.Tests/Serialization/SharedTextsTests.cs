using System.Text.Json;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Tests.Serialization;

public class SharedTextsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("kubernetes.io/metadata.name")]
    [InlineData("ein Wort mit Umlaut: schön")]
    [InlineData("two\nlines, \"quoted\"")]
    [InlineData("a text that is longer than any that is kept, as messages and descriptions mostly are: it is read and that is all")]
    public void GetSharedString_AnyText_IsThatText(string text)
    {
        Assert.Equal(text, Read(text));
        Assert.Equal(text, Read(text));
    }

    [Fact]
    public void GetSharedString_Null_IsEmpty()
    {
        var reader = new Utf8JsonReader("null"u8);
        reader.Read();

        Assert.Equal("", reader.GetSharedString());
    }

    [Fact]
    public void GetSharedString_ReadAgain_IsTheSameObject() => Assert.Same(Read("app.kubernetes.io/name"), Read("app.kubernetes.io/name"));

    [Fact]
    public void GetSharedString_DifferOnlyInTheMiddle_AreToldApart()
    {
        // The place of a text depends on its ends and length.
        string[] texts = [.. Enumerable.Range(1000, 500).Select(static i => $"node-of-{i}-in-rack"), .. Enumerable.Range(1000, 500).Select(static i => $"{i}")];

        Assert.Equal(texts, texts.Select(Read));
        Assert.Equal(texts.Reverse(), texts.Reverse().Select(Read));
    }

    [Fact]
    public void GetSharedString_ManyThreads_EachGetsWhatItReads() => Parallel.For(0, 100_000, static i =>
    {
        var text = $"text-{i * 7919 % 20_000}";
        Assert.Equal(text, Read(text));
    });

    private static string Read(string text)
    {
        var reader = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(text));
        reader.Read();
        return reader.GetSharedString();
    }
}
