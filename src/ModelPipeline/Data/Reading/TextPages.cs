namespace ModelPipeline.Data.Reading;

/// <summary>A growing list of texts, kept as characters side by side: no object a text.</summary>
internal sealed class TextPages
{
    private const int PageLength = 1 << 15;

    private readonly List<char[]> _pages = [];
    private readonly List<(int Page, int Start, int Length)> _texts = [];
    private int _free = PageLength;

    public int Count => _texts.Count;

    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            var (page, start, length) = _texts[index];
            return _pages[page].AsSpan(start, length);
        }
    }

    public void Add(ReadOnlySpan<char> text)
    {
        if (_pages.Count == 0 || text.Length > _pages[^1].Length - _free)
        {
            _pages.Add(new char[Math.Max(text.Length, PageLength)]);
            _free = 0;
        }
        text.CopyTo(_pages[^1].AsSpan(_free));
        _texts.Add((_pages.Count - 1, _free, text.Length));
        _free += text.Length;
    }
}
