using System.Globalization;
using ModelPipeline.Git;

namespace ModelPipeline.GitHub;

/// <summary>Whether a list is whole.</summary>
internal static class Whole
{
    /// <summary>Throws where a list is shorter than it should be.</summary>
    /// <param name="list">Which list.</param>
    /// <param name="read">How many items were read.</param>
    /// <param name="said">How many there are, as the host says elsewhere.</param>
    /// <param name="cap">How many the host lists at most: with so many it may have left out others.</param>
    /// <exception cref="RemoteException">Fewer were read, or the cap was reached.</exception>
    public static void Check(string list, int read, int said, int cap = int.MaxValue)
    {
        if (read < said || read >= cap)
        {
            throw new RemoteException(string.Create(
                CultureInfo.InvariantCulture,
                $"GitHub lists {read} of {said} items of {QuotedText.Escape(list.Split('?')[0], 200)}: what is missing cannot be judged. Run it again; of a pull request, GitHub lists at most 250 commits and 3000 files: split a larger one."));
        }
    }
}
