using System.Text;
using ActorKube.Api.Text;

namespace ActorKube.Api.Tests.Text;

public sealed class JsonUnicodeTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData(@"{""a"":""größe \u00e9 \\ \"" \n""}")]
    [InlineData(@"""\ud83d\ude00""")]
    [InlineData(@"""\\ud800""")]
    [InlineData(@"""\")]
    [InlineData(@"""\u")]
    [InlineData(@"""\uzzzz""")]
    public void Repair_SoundText_IsLeftAsItIs(string json) => Assert.Equal(json, Repair(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData(@"""\ud800""", @"""\ufffd""")]
    [InlineData(@"""\udc00\ud83d""", @"""\ufffd\ufffd""")]
    [InlineData(@"""\ud800\u0041""", @"""\ufffd\u0041""")]
    [InlineData(@"""\ud800\ud83d\ude00""", @"""\ufffd\ud83d\ude00""")]
    [InlineData(@"""\\\ud800""", @"""\\\ufffd""")]
    public void Repair_HalfPairs_AreReplaced(string json, string expected) => Assert.Equal(expected, Repair(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Repair_InvalidUtf8_IsReplaced() => Assert.Equal("\"\ufffda\"", Repair([0x22, 0xFF, 0x61, 0x22]));

    private static string Repair(byte[] json) => Encoding.UTF8.GetString(JsonUnicode.Repair(json.AsSpan()));
}
