using System.Text;
using ActorKube.Server.Proxying.Pages;

namespace ActorKube.Server.Tests.Proxying;

public sealed class PageLinksTests
{
    /// <summary>However the page arrives in pieces.</summary>
    [Theory]
    [InlineData("<a href=\"/x\">/x</a>", "<a href=\"/p/x\">/x</a>")]
    [InlineData("<A class=b HREF='/x?a=1&amp;b=2'>", "<A class=b HREF=\"/p/x?a=1&amp;b=2\">")]
    [InlineData("<img src=/x alt=/y>", "<img src=\"/p/x\" alt=/y>")]
    [InlineData("<form action = \"/x\"\n method=post>", "<form action = \"/p/x\"\n method=post>")]
    [InlineData("<p title=\"a > b <a href='/no'>\"><link href=\"/x\">", "<p title=\"a > b <a href='/no'>\"><link href=\"/p/x\">")]
    [InlineData("<a title=don't href=/x>it's</a> <a href=/y>", "<a title=don't href=\"/p/x\">it's</a> <a href=\"/p/y\">")]
    [InlineData("<!-- <a href=\"/x\"> --><!--><a href=\"/x\">", "<!-- <a href=\"/x\"> --><!--><a href=\"/p/x\">")]
    [InlineData("<script src=\"/x\">if (a<b) '<a href=\"/x\">';</SCRIPT><a href=/x>", "<script src=\"/p/x\">if (a<b) '<a href=\"/x\">';</SCRIPT><a href=\"/p/x\">")]
    [InlineData("<!doctype html><title><a href=/x></title><br/>1 < 2 <", "<!doctype html><title><a href=/x></title><br/>1 < 2 <")]
    [InlineData("<a href=x><a href=#><a href=><a href=\"\">\u00c3\u00a9", "<a href=x><a href=#><a href=><a href=\"\">\u00c3\u00a9")]
    [InlineData("<a href=\"/x", "<a href=\"/x")]
    public void Page_InPieces_HasOtherLinksAndIsElseTheSame(string page, string expected)
    {
        foreach (var size in new[] { 1, 2, 7, page.Length })
        {
            var links = new PageLinks(static link => link.StartsWith('/') ? "/p" + link : link);
            var output = new StringBuilder();
            foreach (var piece in page.Chunk(size))
            {
                output.Append(links.Push(new string(piece)));
            }

            Assert.Equal(expected, output.Append(links.End()).ToString());
        }
    }

    [Fact]
    public void Text_IsHandedOnAtOnce() => Assert.Equal("<p>so far ", new PageLinks(static link => link).Push("<p>so far <a hr"));

    [Fact]
    public void TagWithoutEnd_IsTakenForText()
    {
        var links = new PageLinks(static link => link);

        Assert.Equal(70_002, links.Push("<a" + new string('a', 70_000)).Length);
    }
}
